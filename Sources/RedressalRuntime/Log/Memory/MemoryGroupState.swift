import Redressal

/// Who holds which partition in a ``MemoryGroup``.
struct MemoryGroupState {
    /// Somebody who takes a share.
    struct Member {
        let id: Int
        let name: String
        let continuation: AsyncStream<MembershipChange>.Continuation
        var held: Set<Int> = []
        /// Asked back, but still held.
        var leaving: Set<Int> = []
    }

    let partitions: Int
    /// In the order in which they joined.
    private var members: [Member] = []
    private var lastID = 0
    private var losses: [(Member, [Int])] = []

    init(partitions: Int) {
        self.partitions = partitions
    }

    mutating func joined(_ name: String, _ continuation: AsyncStream<MembershipChange>.Continuation) -> Int {
        self.lastID += 1
        self.members.append(Member(id: self.lastID, name: name, continuation: continuation))
        return self.lastID
    }

    mutating func left(_ id: Int) -> AsyncStream<MembershipChange>.Continuation? {
        guard let index = self.members.firstIndex(where: { $0.id == id }) else { return nil }
        return self.members.remove(at: index).continuation
    }

    /// A member that lost everything goes to the end of the line, so that others come first.
    mutating func lost(_ name: String) -> Int {
        guard let index = self.members.firstIndex(where: { $0.name == name }) else { return 0 }
        var member = self.members.remove(at: index)
        self.losses.append((member, member.held.sorted()))
        (member.held, member.leaving) = ([], [])
        self.members.append(member)
        return member.id
    }

    mutating func returned(_ partitions: [Int], by id: Int) {
        guard let index = self.members.firstIndex(where: { $0.id == id }) else { return }
        // Only what is still asked back: it may have been lost, and given again, meanwhile.
        let returned = self.members[index].leaving.intersection(partitions)
        self.members[index].held.subtract(returned)
        self.members[index].leaving.subtract(returned)
    }

    mutating func takeLost() -> [(Member, [Int])] {
        defer { self.losses = [] }
        return self.losses
    }

    /// What those who hold too much must give back.
    mutating func revocations() -> [(Member, [Int])] {
        self.members.indices.compactMap { rank in
            let member = self.members[rank]
            let kept = member.held.subtracting(member.leaving).sorted()
            let extra = Array(kept.dropFirst(self.quota(rank)))
            guard !extra.isEmpty else { return nil }
            self.members[rank].leaving.formUnion(extra)
            return (self.members[rank], extra)
        }
    }

    /// What is nobody's, given to those who hold too little.
    mutating func assignments() -> [(Member, [Int])] {
        var free = (0..<self.partitions).filter { partition in
            !self.members.contains { $0.held.contains(partition) }
        }
        return self.members.indices.compactMap { rank in
            let room = self.quota(rank) - self.members[rank].held.subtracting(self.members[rank].leaving).count
            let given = Array(free.prefix(max(0, room)))
            free.removeFirst(given.count)
            self.members[rank].held.formUnion(given)
            return given.isEmpty ? nil : (self.members[rank], given)
        }
    }

    private func quota(_ rank: Int) -> Int {
        FairShare.quota(of: self.partitions, members: self.members.count, rank: rank)
    }
}
