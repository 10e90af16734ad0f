/// The metadata keys of this module's log lines.
enum KafkaLogKey: String {
    case client = "kafka.client"
    case code = "kafka.code"
    case facility = "kafka.facility"
    case text = "kafka.text"
}
