import Redressal

/// One partition of one topic.
struct LogPlace: Hashable, Sendable {
    let topic: Topic
    let partition: Int

    /// The name under which news about the place is announced, such as `events:3`.
    var name: String { "\(self.topic.rawValue):\(self.partition)" }
}

extension NewRecord {
    /// Where the record goes.
    var place: LogPlace { LogPlace(topic: self.topic, partition: self.partition) }
}
