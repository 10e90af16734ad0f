import Synchronization

/// Counts from zero, for many tasks.
final class SharedCount: Sendable {
    private let count = Atomic(0)

    func next() -> Int { self.count.add(1, ordering: .relaxed).oldValue }
}
