/// A change of which partitions this member of a group reads; it takes effect when the owner completes it.
package enum KafkaRebalance: Hashable, Sendable {
    /// These partitions are given to this member: decide where to start, then `completeRebalance(startingAt:)`.
    case assigned([KafkaTopicPartition])
    /// These partitions are taken away: finish or drop their work, then `completeRebalance()`. When `lost`, another member
    /// may already have them, and commits for them are refused.
    case revoked([KafkaTopicPartition], lost: Bool)

    /// The partitions it is about.
    package var topicPartitions: [KafkaTopicPartition] {
        switch self {
        case .assigned(let topicPartitions), .revoked(let topicPartitions, _): topicPartitions
        }
    }
}
