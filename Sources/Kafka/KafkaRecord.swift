/// A record to be written: the caller has already chosen its partition.
package struct KafkaRecord: Hashable, Sendable {
    /// The topic's name.
    package var topic: String
    /// The partition's number; never left to a partitioner, so that all writers agree.
    package var partition: Int32
    /// The key's bytes; `nil` is a null key, which Kafka keeps apart from an empty one.
    package var key: [UInt8]?
    /// The value's bytes; `nil` is a tombstone, which Kafka keeps apart from an empty value.
    package var value: [UInt8]?
    /// The headers, in order.
    package var headers: [KafkaHeader]
    /// Milliseconds since 1970 (UTC); `nil` lets the client stamp the record.
    package var timestamp: Int64?

    package init(
        topic: String,
        partition: Int32,
        key: [UInt8]? = nil,
        value: [UInt8]?,
        headers: [KafkaHeader] = [],
        timestamp: Int64? = nil
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
        self.timestamp = timestamp
    }
}
