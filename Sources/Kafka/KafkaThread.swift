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
