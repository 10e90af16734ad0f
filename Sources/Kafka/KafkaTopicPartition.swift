/// One partition of one topic: the unit of ordering, assignment and position.
package struct KafkaTopicPartition: Hashable, Sendable {
    /// The topic's name.
    package let topic: String
    /// The partition's number, from 0.
    package let partition: Int32

    package init(_ topic: String, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }
}

extension KafkaTopicPartition: CustomStringConvertible {
    /// The customary notation, for example `events[3]`.
    package var description: String { "\(self.topic)[\(self.partition)]" }
}

extension KafkaTopicPartition: Comparable {
    /// Orders by topic, then by number.
    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.topic, lhs.partition) < (rhs.topic, rhs.partition)
    }
}
