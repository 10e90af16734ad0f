/// The Merkle tree over a partition's records in the order of the log (RFC 6962 §2.1), as much of it as it takes to go on.
package struct MerkleTree: Hashable, Sendable {
    /// How many leaves it has.
    package private(set) var size: Int64
    /// The roots of its full subtrees, the largest first: one for each binary one in the size.
    package private(set) var peaks: [EventHash]

    package init() {
        self.size = 0
        self.peaks = []
    }

    /// A tree to go on with.
    ///
    /// - Returns: nil when there are not as many peaks as the size has ones.
    package init?(size: Int64, peaks: [EventHash]) {
        guard size >= 0, size.nonzeroBitCount == peaks.count else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// What all of it comes to.
    package var root: EventHash {
        guard let last = self.peaks.last else { return .ofNothing }
        return self.peaks.dropLast().reversed().reduce(last) { .above($1, $0) }
    }

    /// Adds a leaf at the end.
    package mutating func append(_ leaf: EventHash) {
        var node = leaf
        var rest = self.size
        while rest & 1 == 1, let left = self.peaks.popLast() {
            node = .above(left, node)
            rest >>= 1
        }
        self.peaks.append(node)
        self.size += 1
    }

    /// Adds a record, as its value; one without any counts as empty.
    package mutating func append(_ record: LogRecord) { self.append(EventHash(of: record.value ?? [])) }
}
