import Dispatch

/// A thread of our own for calls that block, so that they never hold a thread of Swift's pool.
///
/// A serial dispatch queue (`DispatchSerialQueue`, the executor, does not exist on Linux): work runs in order.
struct KafkaThread: Sendable {
    private let queue: DispatchQueue

    /// - Parameter label: Shown by debuggers.
    init(label: String) {
        self.queue = DispatchQueue(label: label)
    }

    /// Runs `body` and waits for it without blocking; a running `body` is not interrupted by cancellation.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            self.queue.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }

    /// The same, but `body` does not run when the task is cancelled before its turn comes: nobody waits for its answer.
    ///
    /// - Throws: What `body` throws; `CancellationError`.
    func ask<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        let cancellation = KafkaCancellation()
        return try await withTaskCancellationHandler {
            try await self.run {
                guard !cancellation.isCancelled else { throw CancellationError() }
                return try body()
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Waits until all that was given before has run, and `body`, which cannot fail, after it.
    func finish(_ body: @escaping @Sendable () -> Void = {}) async {
        await withCheckedContinuation { continuation in
            self.queue.async {
                body()
                continuation.resume()
            }
        }
    }

    /// Runs `body` some time, after what was given before.
    func start(_ body: @escaping @Sendable () -> Void) {
        self.queue.async(execute: body)
    }
}
