import Synchronization

/// Tells one running poll that its task was cancelled.
final class KafkaPollCancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { self.flag.load(ordering: .acquiring) }

    func cancel() {
        self.flag.store(true, ordering: .releasing)
    }
}
