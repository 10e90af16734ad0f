import Redressal
import Synchronization

/// One loop for each partition that a member of a group holds.
final class PartitionLoops: Sendable {
    private let body: @Sendable (Int) async -> Void
    private let running = Mutex<[Int: Task<Void, Never>]>([:])

    /// - Parameter body: A partition's loop; ends when its task is cancelled, with what it began finished.
    init(_ body: @escaping @Sendable (Int) async -> Void) { self.body = body }

    /// The partitions whose loops run.
    var partitions: Set<Int> { Set(self.running.withLock { $0.keys }) }

    /// Begins the loops of partitions that were given, and ends those of partitions that must be given back.
    func follow(_ change: MembershipChange) async {
        switch change {
        case .assigned(let partitions):
            for partition in partitions { self.start(partition) }
        case .revoked(let partitions, let done):
            await self.stop(partitions)
            done()
        }
    }

    /// Ends all of them, each at the end of what it began.
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
