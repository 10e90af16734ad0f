/// A record as the log holds it.
package struct LogRecord: Hashable, Sendable {
    package let topic: Topic
    package let partition: Int
    /// Increases within the partition; holes mean nothing.
    package let offset: Int64
    package let key: String?
    package let headers: [RecordHeader]
    /// Nil for a tombstone, which only a foreign writer makes.
    package let value: [UInt8]?

    package init(
        topic: Topic, partition: Int, offset: Int64, key: String?, headers: [RecordHeader], value: [UInt8]?
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.key = key
        self.headers = headers
        self.value = value
    }
}
