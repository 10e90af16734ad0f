import Dispatch

/// Runs an actor on a serial dispatch queue of its own, so that its blocking calls stay off Swift's thread pool.
///
/// `DispatchSerialQueue` does not exist on Linux, hence this executor over `DispatchQueue`.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// Makes an executor with a new queue.
    init(label: String) {
        self.queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        self.queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(self.queue))
    }

    /// Runs blocking work on the queue and waits for it without blocking a thread of Swift's pool.
    func run<T>(_ work: @escaping @Sendable () throws -> sending T) async throws -> sending T {
        try await withCheckedThrowingContinuation { continuation in
            self.queue.async {
                do {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
