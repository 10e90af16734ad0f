import Redressal
import Synchronization

/// A clock that moves only when told, for every part of a system at once.
package final class ManualClock: WallClock {
    private let instant: Mutex<Instant>

    package init(_ start: Instant) { self.instant = Mutex(start) }

    package func now() -> Instant { self.instant.withLock { $0 } }

    /// Moves the clock; it never goes back.
    package func advance(to instant: Instant) { self.instant.withLock { $0 = max($0, instant) } }

    package func advance(bySeconds seconds: Int64) { self.instant.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
