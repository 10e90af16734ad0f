import Redressal
import RedressalRuntime
import Synchronization

/// The standing timers as one process sees them.
struct SimulatedTimers: DueTimers {
    private static let resendAfter = Duration.seconds(30)

    let process: SimulatedProcess
    private var world: World { self.process.world }

    func claim(_ partitions: Set<Int>, before instant: Instant, limit: Int) async throws -> [DueTimer] {
        try await self.process.step()
        if self.world.isDatabaseAway { throw WorldFailure("the database is away") }
        let now = self.world.scheduler.time
        let due = self.world.tables.withLock { tables in
            let due = tables.timers.filter { _, timer in
                partitions.contains(timer.row.partition) && !timer.row.historical && timer.row.due_at < instant
                    && self.isToSend(timer, now) && !self.isPassedOver(timer, instant)
            }.sorted {
                ($0.value.row.due_at, $0.key.case, $0.key.timer) < ($1.value.row.due_at, $1.key.case, $1.key.timer)
            }.prefix(limit)
            for (key, _) in due { tables.timers[key]?.sent = now }
            return due.map { key, timer in
                DueTimer(case: key.case, timer: key.timer, generation: timer.row.generation, due: timer.row.due_at)
            }
        }
        try await self.process.step()
        return due.sorted { ($0.due, $0.case, $0.timer) < ($1.due, $1.case, $1.timer) }
    }

    private func isToSend(_ timer: SimulatedTables.Timer, _ now: Duration) -> Bool {
        guard let sent = timer.sent else { return true }
        return self.world.options.sabotage != .sendTimersOnce && now - sent > Self.resendAfter
    }

    private func isPassedOver(_ timer: SimulatedTables.Timer, _ instant: Instant) -> Bool {
        self.world.options.sabotage == .newestTimersOnly
            && timer.row.due_at.milliseconds(to: instant) > 86_400_000
    }
}
