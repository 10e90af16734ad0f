/// The ends of a partition.
package struct KafkaWatermarks: Hashable, Sendable {
    /// The offset of the oldest record that is kept.
    package let low: Int64
    /// The offset after the newest record a reader may see: for a reader of committed records, the last stable offset.
    package let high: Int64
}
