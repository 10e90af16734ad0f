import Redressal
import Synchronization

/// The machines' clock in a simulated world: it goes with the world's time, and jumps when it is told to.
final class SimulatedWallClock: WallClock {
    private static let start = Instant(seconds: 1_775_000_000)

    private let scheduler: Scheduler
    private let jumped = Mutex<Int64>(0)

    init(_ scheduler: Scheduler) { self.scheduler = scheduler }

    func now() -> Instant {
        let age = Int64(self.scheduler.time / .milliseconds(1))
        return Self.start.advanced(byMilliseconds: age + self.jumped.withLock { $0 })
    }

    func jump(bySeconds seconds: Int64) { self.jumped.withLock { $0 += seconds * 1000 } }
}
