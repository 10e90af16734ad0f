import Synchronization

/// Tells one call that its task was cancelled.
final class KafkaCancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { self.flag.load(ordering: .acquiring) }

    func cancel() {
        self.flag.store(true, ordering: .releasing)
    }
}
