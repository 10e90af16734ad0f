import Redressal
import Synchronization

/// One task for each partition that a member of a group holds.
final class PartitionTasks: Sendable {
    private let body: @Sendable (Int) async -> Void
    private let running = Mutex<[Int: Task<Void, Never>]>([:])

    /// - Parameter body: What runs for a partition until its task is cancelled.
    init(_ body: @escaping @Sendable (Int) async -> Void) { self.body = body }

    /// The partitions held now.
    var partitions: Set<Int> { Set(self.running.withLock { $0.keys }) }

    /// Starts and ends tasks as a change of what is held says; those that end finish first what they have begun.
    func follow(_ change: MembershipChange) async {
        switch change {
        case .assigned(let partitions):
            for partition in partitions { self.start(partition) }
        case .revoked(let partitions, let done):
            await self.stop(partitions)
            done()
        }
    }

    /// Follows what a member of a group holds until this task is cancelled, then ends all tasks and leaves the group.
    func follow(_ membership: any Membership) async {
        for await change in membership.changes { await self.follow(change) }
        await self.stop()
        await membership.leave()
    }

    /// Ends all tasks and waits for them.
    func stop() async { await self.stop(Array(self.partitions)) }

    private func start(_ partition: Int) {
        self.running.withLock { [body] running in
            guard running[partition] == nil else { return }
            running[partition] = Task { await body(partition) }
        }
    }

    private func stop(_ partitions: [Int]) async {
        let tasks = self.running.withLock { running in partitions.compactMap { running.removeValue(forKey: $0) } }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}
