/// A place in the events topic.
package struct LogPosition: Hashable, Sendable {
    package let partition: Int
    package let offset: Int64

    package init(partition: Int, offset: Int64) {
        self.partition = partition
        self.offset = offset
    }
}
