import CRdKafka

/// Copies of what an `rd_kafka_message_t` holds.
enum RDKafkaMessage {
    /// Copies a fetched message.
    ///
    /// - Important: `message` must not be an error message: its payload would be a text.
    static func copy(_ message: UnsafePointer<rd_kafka_message_t>) -> KafkaMessage {
        let raw = message.pointee
        return KafkaMessage(
            topicPartition: KafkaTopicPartition(self.topic(raw), raw.partition),
            offset: raw.offset,
            key: [UInt8](copying: raw.key, count: raw.key_len),
            value: [UInt8](copying: raw.payload, count: raw.len),
            headers: RDKafkaHeaders.copy(message),
            timestamp: rd_kafka_message_timestamp(message, nil))
    }

    /// Copies a delivery report.
    static func delivery(_ message: UnsafePointer<rd_kafka_message_t>) -> KafkaDelivery {
        let raw = message.pointee
        guard raw.err != RD_KAFKA_RESP_ERR_NO_ERROR else { return .stored(offset: raw.offset) }
        let place = KafkaTopicPartition(self.topic(raw), raw.partition)
        let error = KafkaError(KafkaError.Code(raw.err), "write to \(place)")
        return rd_kafka_message_status(message) == RD_KAFKA_MSG_STATUS_NOT_PERSISTED
            ? .notStored(error) : .unknown(error)
    }

    private static func topic(_ message: rd_kafka_message_t) -> String {
        message.rkt.map { String(cString: rd_kafka_topic_name($0)) } ?? ""
    }
}
