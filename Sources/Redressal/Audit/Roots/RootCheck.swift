/// Compares the records of one partition, one after the other, with the roots that were signed of them.
package struct RootCheck: Sendable {
    private let place: LogPlace
    /// By size, those that are still to come.
    private var waiting: ArraySlice<Checkpoint>
    private var tree = MerkleTree()
    /// After which record the last root stood that was right: how many records it had, and the offset that follows.
    private var proven: (size: Int64, next: Int64) = (0, 0)
    private var next: Int64 = 0
    /// How many roots were right.
    package private(set) var confirmed = 0
    /// What is wrong; nothing after the first, for all later roots are wrong then.
    package private(set) var finding: LogFinding?

    /// - Parameter checkpoints: Those of this partition, in any order.
    package init(_ place: LogPlace, _ checkpoints: [Checkpoint]) {
        self.place = place
        self.waiting = checkpoints.sorted { ($0.size, $0.made) < ($1.size, $1.made) }[...]
    }

    /// How many records there were.
    package var records: Int64 { self.tree.size }

    /// How many of them, from the first on, are those whose root was signed.
    package var signed: Int64 { self.proven.size }

    /// Takes the next record.
    package mutating func see(_ record: LogRecord) {
        self.tree.append(record)
        self.next = record.offset + 1
        self.compare()
    }

    /// Says that there are no more records.
    package mutating func end() {
        self.compare()
        guard self.finding == nil, let last = self.waiting.last else { return }
        self.report(
            .missing,
            "expected \(last.size) records, as there were when the root was signed on \(last.made), but found \(self.tree.size)"
        )
    }

    private mutating func compare() {
        while self.finding == nil, let checkpoint = self.waiting.first, checkpoint.size <= self.tree.size {
            self.waiting.removeFirst()
            guard checkpoint.root == self.tree.root else {
                return self.report(
                    .changed,
                    "expected records \(self.proven.size + 1) to \(checkpoint.size) to be those whose root was signed on "
                        + "\(checkpoint.made) but they come to another root")
            }
            self.confirmed += 1
            self.proven = (self.tree.size, self.next)
        }
    }

    private mutating func report(_ kind: LogFinding.Kind, _ words: String) {
        self.finding = LogFinding(kind, at: self.place.path, offset: self.proven.next, words)
    }
}
