/// One partition of one topic.
package struct LogPlace: Hashable, Sendable {
    package let topic: Topic
    package let partition: Int

    package init(topic: Topic, partition: Int) {
        self.topic = topic
        self.partition = partition
    }

    /// The name under which news about the place is announced, such as `events:3`.
    package var name: String { "\(self.topic.rawValue):\(self.partition)" }
}

extension NewRecord {
    /// Where the record goes.
    package var place: LogPlace { LogPlace(topic: self.topic, partition: self.partition) }
}
