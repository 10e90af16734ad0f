import Redressal

/// A member of a ``MemoryGroup``.
struct MemoryMembership: Membership {
    let changes: AsyncStream<MembershipChange>
    private let onLeave: @Sendable () -> Void

    init(changes: AsyncStream<MembershipChange>, onLeave: @escaping @Sendable () -> Void) {
        self.changes = changes
        self.onLeave = onLeave
    }

    func leave() async { self.onLeave() }
}
