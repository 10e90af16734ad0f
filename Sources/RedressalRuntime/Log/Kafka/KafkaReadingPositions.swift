import Kafka

/// Where a reader goes on, by partition.
struct KafkaReadingPositions {
    private var offsets: [Int: Int64]

    /// - Parameter offsets: Where to begin, by partition.
    init(_ offsets: [Int: Int64]) {
        self.offsets = offsets
    }

    /// Takes over what a poll brought.
    ///
    /// - Returns: The new positions of the partitions that moved.
    mutating func advance(by poll: KafkaPoll) -> [Int: Int64] {
        var found: [Int: Int64] = [:]
        for message in poll.messages { found[Int(message.partition), default: 0].raise(to: message.nextOffset) }
        // An end may be older than messages in the same poll: it was reached before they were written.
        for (place, end) in poll.endOfPartitions { found[Int(place.partition), default: 0].raise(to: end) }
        let moved = found.filter { $0.value > self.offsets[$0.key, default: 0] }
        self.offsets.merge(moved) { $1 }
        return moved
    }
}

extension Int64 {
    /// Takes the larger of two offsets.
    fileprivate mutating func raise(to other: Int64) {
        self = Swift.max(self, other)
    }
}
