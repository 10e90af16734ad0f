import Synchronization

/// One loop's sign of life.
package final class LoopPulse: Sendable {
    /// How many ticks there are between two looks at the clock.
    private static let ticksPerPass = 1024

    package let name: String
    private let now: @Sendable () -> Duration
    private let last: Mutex<Duration>
    private let ticks = Atomic(0)

    init(_ name: String, now: @escaping @Sendable () -> Duration) {
        self.name = name
        self.now = now
        self.last = Mutex(now())
    }

    /// When it last passed.
    var passed: Duration { self.last.withLock { $0 } }

    /// The loop came by.
    package func pass() {
        let now = self.now()
        self.last.withLock { $0 = now }
    }

    /// The loop did one of very many small things; looks at the clock now and then.
    package func tick() {
        if self.ticks.wrappingAdd(1, ordering: .relaxed).newValue % Self.ticksPerPass == 0 { self.pass() }
    }
}
