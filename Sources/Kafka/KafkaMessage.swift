/// A record as read from a partition.
package struct KafkaMessage: Hashable, Sendable {
    /// Where the record is.
    package let topicPartition: KafkaTopicPartition
    /// The record's place in its partition.
    package let offset: Int64
    /// The key's bytes, `nil` when null.
    package let key: [UInt8]?
    /// The value's bytes; `nil` is a tombstone.
    package let value: [UInt8]?
    /// The headers, in order.
    package let headers: [KafkaHeader]
    /// Milliseconds since 1970 (UTC), or -1 when the record has none.
    package let timestamp: Int64

    /// The topic's name.
    package var topic: String { self.topicPartition.topic }
    /// The partition's number.
    package var partition: Int32 { self.topicPartition.partition }
    /// The position after this record: what to store or commit once it has been handled.
    package var nextOffset: Int64 { self.offset + 1 }

    package init(
        topicPartition: KafkaTopicPartition,
        offset: Int64,
        key: [UInt8]?,
        value: [UInt8]?,
        headers: [KafkaHeader],
        timestamp: Int64
    ) {
        self.topicPartition = topicPartition
        self.offset = offset
        self.key = key
        self.value = value
        self.headers = headers
        self.timestamp = timestamp
    }
}
