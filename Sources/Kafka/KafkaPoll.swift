/// What one poll brought, in the order messages, ends, rebalance.
package struct KafkaPoll: Hashable, Sendable {
    /// The messages, in order within each partition.
    package var messages: [KafkaMessage] = []
    /// Partitions read to their end, with the offset of the end: the next record, when there is one, comes there or later.
    package var endOfPartitions: [KafkaTopicPartition: Int64] = [:]
    /// A rebalance that waits for `completeRebalance`; messages polled before it are in `messages`.
    package var rebalance: KafkaRebalance?

    package init() {}

    /// Whether nothing happened before the time was over.
    package var isEmpty: Bool {
        self.messages.isEmpty && self.endOfPartitions.isEmpty && self.rebalance == nil
    }
}
