/// A record to append.
package struct NewRecord: Hashable, Sendable {
    /// The largest value the log takes, in bytes; Kafka's common limit is 1 MiB for a whole batch.
    package static let largestValue = 900 * 1024

    package let topic: Topic
    package let partition: Int
    package let key: String?
    package let headers: [RecordHeader]
    package let value: [UInt8]

    package init(topic: Topic, partition: Int, key: String?, headers: [RecordHeader] = [], value: [UInt8]) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.headers = headers
        self.value = value
    }
}
