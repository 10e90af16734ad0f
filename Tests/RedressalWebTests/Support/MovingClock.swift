import Redressal
import Synchronization

/// A clock that moves when it is told.
final class MovingClock: WallClock, Sendable {
    private let instant = Mutex(Website.now ?? Instant(seconds: 0))

    func now() -> Instant { self.instant.withLock { $0 } }

    func move(bySeconds seconds: Int64) { self.instant.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
