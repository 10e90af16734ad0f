/// What one member of a group of sessions holds, and what it should do to hold its share.
struct GroupShare {
    /// What to do next.
    enum Step: Equatable {
        /// Nothing until somebody joins, leaves or gives back.
        case wait
        /// Ask the owner of this membership to give these back.
        case giveBack([Int])
        /// Try to lock these, in order, until `count` were got.
        case take([Int], count: Int)
    }

    /// How many there are to share.
    let partitions: Int
    /// Locked by this session.
    private(set) var held: Set<Int> = []
    /// Asked back, and still locked.
    private(set) var leaving: Set<Int> = []

    init(partitions: Int) {
        self.partitions = partitions
    }

    /// Decides by what the server shows.
    ///
    /// - Parameters:
    ///   - locked: The partitions that some session holds.
    ///   - members: How many sessions share.
    ///   - rank: This session's place among them.
    mutating func step(locked: Set<Int>, members: Int, rank: Int) -> Step {
        let kept = self.held.subtracting(self.leaving).sorted()
        let quota = FairShare.quota(of: self.partitions, members: members, rank: rank)
        let extra = Array(kept.dropFirst(quota))
        if !extra.isEmpty {
            self.leaving.formUnion(extra)
            return .giveBack(extra)
        }
        let free = (0..<self.partitions).filter { !locked.contains($0) && !self.held.contains($0) }
        return kept.count < quota && !free.isEmpty ? .take(free, count: quota - kept.count) : .wait
    }

    mutating func taken(_ partitions: [Int]) {
        self.held.formUnion(partitions)
    }

    mutating func givenBack(_ partitions: [Int]) {
        self.held.subtract(partitions)
        self.leaving.subtract(partitions)
    }
}
