import Synchronization

/// Watches over the loops of a process: each says now and then that it has passed.
///
/// A loop that hangs, or whose task died, says nothing: then the process does not live, whatever else still answers.
package final class LoopWatch: Sendable {
    /// A loop that has not passed for too long.
    package struct Late: Hashable, Sendable {
        package let loop: String
        /// For how long, in whole seconds.
        package let seconds: Int64
    }

    /// For how long a loop may be silent before the process cannot be called ready, and before it cannot be called alive.
    ///
    /// Every loop passes at least every five seconds while it has nothing to do, and after every batch.
    package static let readyWithin = Duration.seconds(30)
    package static let aliveWithin = Duration.seconds(120)

    private let now: @Sendable () -> Duration
    private let loops = Mutex<[ObjectIdentifier: LoopPulse]>([:])

    /// - Parameter now: A clock that only goes forward.
    package init(now: @escaping @Sendable () -> Duration) { self.now = now }

    /// A watch by the machine's clock.
    package convenience init() {
        let start = ContinuousClock.now
        self.init { start.duration(to: .now) }
    }

    /// How many loops there are.
    package var count: Int { self.loops.withLock(\.count) }

    /// Watches one more loop, until it ends by itself.
    ///
    /// - Parameter name: What to call it to an operator, such as `engine of partition 3`.
    package func begin(_ name: String) -> LoopPulse {
        let pulse = LoopPulse(name, now: self.now)
        self.loops.withLock { $0[ObjectIdentifier(pulse)] = pulse }
        return pulse
    }

    /// Watches a loop no longer.
    package func end(_ pulse: LoopPulse) {
        _ = self.loops.withLock { $0.removeValue(forKey: ObjectIdentifier(pulse)) }
    }

    /// The loops that have not passed within a time, the longest silent first.
    package func late(after limit: Duration) -> [Late] {
        let now = self.now()
        let silent = self.loops.withLock { $0.values.map { ($0.name, now - $0.passed) } }.filter { $0.1 > limit }
        return silent.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { Late(loop: $0, seconds: $1.components.seconds) }
    }

    /// Why the process is not well, in words for an operator; nil when all loops have passed within the time.
    package func complaint(after limit: Duration) -> String? {
        let late = self.late(after: limit)
        guard let first = late.first else { return nil }
        let others = late.count > 1 ? ", and \(late.count - 1) more" : ""
        return "expected every loop to pass within \(limit.components.seconds) s but the \(first.loop) has not for "
            + "\(first.seconds) s\(others)"
    }
}
