import Synchronization

/// The memory in which files are while they come in: so many bytes for all of them, however slowly they come.
final class UploadRoom: Sendable {
    private let size: Int
    private let used = Mutex(0)

    /// - Parameter size: In bytes.
    init(size: Int) { self.size = size }

    /// Takes room; give it back with ``free(_:)``.
    ///
    /// - Throws: ``Problem`` `overloaded` when there is none.
    func take(_ count: Int) throws(Problem) {
        let isThere = self.used.withLock { used in
            guard used + count <= self.size else { return false }
            used += count
            return true
        }
        guard isThere else { throw Problem.overloaded("expected room for another file but too many come in now") }
    }

    func free(_ count: Int) { self.used.withLock { $0 -= count } }
}
