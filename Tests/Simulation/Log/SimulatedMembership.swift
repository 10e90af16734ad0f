import Redressal

/// A process's place in a group: one that stands still hears of nothing, and a dead one cannot leave by itself.
struct SimulatedMembership: Membership {
    let changes: AsyncStream<MembershipChange>
    private let membership: any Membership
    private let process: SimulatedProcess

    init(_ membership: any Membership, of process: SimulatedProcess) {
        let (changes, continuation) = AsyncStream<MembershipChange>.makeStream()
        Task {
            for await change in membership.changes {
                try? await process.step()
                continuation.yield(change)
            }
            continuation.finish()
        }
        self.changes = changes
        self.membership = membership
        self.process = process
    }

    func leave() async {
        guard !self.process.isDead else { return }
        await self.membership.leave()
    }
}
