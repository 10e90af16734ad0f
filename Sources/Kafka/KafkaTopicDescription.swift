/// A topic as its cluster describes it.
package struct KafkaTopicDescription: Hashable, Sendable {
    /// The number of partitions.
    package let partitions: Int
    /// The settings in force, defaults included, for example `retention.ms`; secret ones are left out.
    package let config: [String: String]
}
