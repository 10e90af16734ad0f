import Redressal

/// Follows members and knows at any time who holds what.
package actor MembershipBoard {
    private var held: [String: Set<Int>] = [:]
    private var waiters: [(isMet: ([String: Set<Int>]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    /// Partitions that were given to somebody while somebody else held them.
    package private(set) var conflicts: [String] = []

    package init() {}

    /// Follows a member until it has left: gives back what is asked back.
    package nonisolated func follow(_ member: any Membership, as name: String) -> Task<Void, Never> {
        Task {
            for await change in member.changes {
                switch change {
                case .assigned(let partitions):
                    await self.assigned(partitions, to: name)
                case .revoked(let partitions, let done):
                    await self.revoked(partitions, from: name)
                    done()
                }
            }
        }
    }

    /// Leaves on a member's behalf.
    package func leave(_ member: any Membership, as name: String) async {
        self.held[name] = []
        await member.leave()
        self.held[name] = nil
        self.tell()
    }

    /// Waits until the holdings are as wanted.
    package func wait(until isMet: @escaping @Sendable ([String: Set<Int>]) -> Bool) async {
        guard !isMet(self.held) else { return }
        await withCheckedContinuation { self.waiters.append((isMet, $0)) }
    }

    /// What a member holds now.
    package func holdings(of name: String) -> Set<Int> { self.held[name] ?? [] }

    private func assigned(_ partitions: [Int], to name: String) {
        for (other, theirs) in self.held where other != name {
            let both = theirs.intersection(partitions).sorted()
            if !both.isEmpty { self.conflicts.append("\(both) given to \(name) while \(other) holds them") }
        }
        self.held[name, default: []].formUnion(partitions)
        self.tell()
    }

    private func revoked(_ partitions: [Int], from name: String) {
        self.held[name]?.subtract(partitions)
        self.tell()
    }

    private func tell() {
        let met = self.waiters.filter { $0.isMet(self.held) }
        self.waiters.removeAll { $0.isMet(self.held) }
        for waiter in met { waiter.continuation.resume() }
    }
}
