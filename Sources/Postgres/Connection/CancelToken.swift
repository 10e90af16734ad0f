import Synchronization

/// Remembers that the caller of one operation has given up.
final class CancelToken: Sendable {
    private let flag = Atomic(false)

    /// True once the caller's task was cancelled.
    var isCancelled: Bool { self.flag.load(ordering: .acquiring) }

    /// Notes the cancellation.
    func cancel() {
        self.flag.store(true, ordering: .releasing)
    }
}
