/// Where a reader of several partitions goes on, and which partition comes first: each in turn.
struct ReadingTurns {
    private var offsets: [Int: Int64]
    private var order: [Int]

    /// - Parameter offsets: Where to begin, by partition.
    init(_ offsets: [Int: Int64]) {
        self.offsets = offsets
        self.order = offsets.keys.sorted()
    }

    /// The partitions with their offsets; the next time another one comes first.
    mutating func next() -> [(partition: Int, offset: Int64)] {
        guard let first = self.order.first else { return [] }
        let turn = self.order.map { ($0, self.offsets[$0, default: 0]) }
        self.order = self.order.dropFirst() + [first]
        return turn
    }

    mutating func advance(to positions: [Int: Int64]) {
        self.offsets.merge(positions) { max($0, $1) }
    }
}
