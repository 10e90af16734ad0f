import Redressal
import Synchronization

/// The members that share a ``MemoryLog``'s partitions out among them.
final class MemoryGroup: Sendable {
    private let state: Mutex<MemoryGroupState>

    init(partitions: Int) {
        self.state = Mutex(MemoryGroupState(partitions: partitions))
    }

    func join(as name: String) -> MemoryMembership {
        let (stream, continuation) = AsyncStream<MembershipChange>.makeStream()
        let id = self.tell { $0.joined(name, continuation) }
        return MemoryMembership(changes: stream) { self.leave(id) }
    }

    /// Takes everything from a member at once.
    func lose(_ name: String) {
        _ = self.tell { $0.lost(name) }
    }

    private func leave(_ id: Int) {
        let continuation = self.state.withLock { $0.left(id) }
        continuation?.finish()
        _ = self.tell { _ in 0 }
    }

    private func returned(_ partitions: [Int], by id: Int) {
        _ = self.tell { state in
            state.returned(partitions, by: id)
            return id
        }
    }

    /// Changes the group, then shares out.
    ///
    /// Changes are given under the lock, so that each member hears of them in order; giving one runs nobody's code.
    private func tell(_ change: (inout MemoryGroupState) -> Int) -> Int {
        self.state.withLock { state in
            let id = change(&state)
            for (member, partitions) in state.takeLost() {
                member.continuation.yield(.revoked(partitions, done: {}))
            }
            for (member, partitions) in state.revocations() {
                let id = member.id
                member.continuation.yield(.revoked(partitions) { self.returned(partitions, by: id) })
            }
            for (member, partitions) in state.assignments() { member.continuation.yield(.assigned(partitions)) }
            return id
        }
    }
}
