import Logging
import Redressal

/// Sends the timers that are due to the engine, through the same log as everybody else; it never writes state.
///
/// It takes them in order of their due instants, whatever their number and age, and whether anybody holds the case or not.
package struct Escalator: Sendable {
    /// The most timers sent in one round, and how long to wait after such a round.
    ///
    /// So a worker sends 3,000 a second at most: people's commands do not queue up behind a storm of timers, and
    /// 100,000 that are due in the same minute are sent within it.
    package static let roundSize = 60
    private static let pause = Duration.milliseconds(20)
    /// How long to wait when no more are due.
    private static let rest = Duration.milliseconds(250)

    private let log: any Log
    private let timers: any DueTimers
    private let clock: any WallClock
    private let pace: any Clock<Duration>
    private let logger: Logger
    private let metrics: EscalatorMetrics

    /// - Parameters:
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    package init(
        log: any Log, timers: any DueTimers, clock: any WallClock, pace: any Clock<Duration> = ContinuousClock(),
        logger: Logger, telemetry: Telemetry = .none
    ) {
        self.log = log
        self.timers = timers
        self.clock = clock
        self.pace = pace
        self.logger = logger
        self.metrics = EscalatorMetrics(telemetry)
    }

    /// Sends one round of due timers of some partitions.
    ///
    /// - Returns: How many were sent; fewer than ``roundSize`` means that no more are due.
    package func round(_ partitions: Set<Int>) async throws -> Int {
        let now = self.clock.now()
        let due = try await self.timers.claim(partitions, before: now, limit: Self.roundSize)
        guard !due.isEmpty else { return 0 }
        let records = try due.map { timer in
            try CommandRecord.make(timer.command(at: now), among: self.log.partitionCount)
        }
        _ = try await self.log.append(records)
        self.metrics.sent(due, at: now)
        self.logger.debug("timers sent", metadata: ["count": "\(due.count)"])
        return due.count
    }

    /// Runs rounds until the task is cancelled, closer together while there is more.
    ///
    /// - Parameter partitions: What this worker owns now.
    package func run(_ partitions: @Sendable () -> Set<Int>) async {
        var backoff = Backoff(self.pace)
        let pulse = self.metrics.begins()
        defer { self.metrics.ends(pulse) }
        while !Task.isCancelled {
            pulse.pass()
            do {
                let owned = partitions()
                // Carried to its end whatever becomes of this task: timers marked as sent but not sent would wait.
                let sent = try await Task { try await self.round(owned) }.value
                try await self.pace.sleep(for: sent < Self.roundSize ? Self.rest : Self.pause)
                backoff.reset()
            } catch is CancellationError {
                return
            } catch {
                self.metrics.failed()
                self.logger.warning("timers cannot be sent", metadata: ["reason": "\(error)"])
                await backoff.wait()
            }
        }
    }
}
