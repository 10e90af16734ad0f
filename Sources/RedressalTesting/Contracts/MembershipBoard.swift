import Redressal

/// Follows members and knows at any time who holds what.
package actor MembershipBoard {
    private var held: [String: Set<Int>] = [:]
    private var waiters: [Int: Waiter] = [:]
    private var lastID = 0
    /// Partitions that were given to somebody while somebody else held them.
    package private(set) var conflicts: [String] = []

    private struct Waiter {
        let isMet: @Sendable ([String: Set<Int>]) -> Bool
        let continuation: CheckedContinuation<Void, any Error>
    }

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
    ///
    /// - Throws: `CancellationError`.
    package func wait(until isMet: @escaping @Sendable ([String: Set<Int>]) -> Bool) async throws {
        guard !isMet(self.held) else { return }
        self.lastID += 1
        let id = self.lastID
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                self.waiters[id] = Waiter(isMet: isMet, continuation: continuation)
                if Task.isCancelled { self.cancel(id) }
            }
        } onCancel: {
            Task { await self.cancel(id) }
        }
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
        for (id, waiter) in self.waiters where waiter.isMet(self.held) {
            self.waiters[id] = nil
            waiter.continuation.resume()
        }
    }

    private func cancel(_ id: Int) {
        self.waiters.removeValue(forKey: id)?.continuation.resume(throwing: CancellationError())
    }
}
