/// How long an office still has until something is due, or how long it is late, in its own working time.
package struct WorkingTimeLeft: Hashable, Sendable {
    /// Whether the instant has passed.
    package let isOver: Bool
    /// Working time in between, in milliseconds; never negative.
    package let milliseconds: Int64
    /// Days with working time in between, beside the present one; zero within a day.
    package let days: Int

    package init(isOver: Bool, milliseconds: Int64, days: Int) {
        self.isOver = isOver
        self.milliseconds = milliseconds
        self.days = days
    }
}

extension BusinessCalendar {
    /// The working time between now and when something is due.
    package func timeLeft(from now: Instant, to due: Instant) -> WorkingTimeLeft {
        let start = min(now, due)
        let end = max(now, due)
        let first = self.zone.date(at: start)
        let intervals = WorkingIntervals(of: self, from: first, through: self.zone.date(at: end))
        // Closing time of one day is not yet the next one.
        let days = Set(intervals.filter { $0.opens < end && $0.closes > start }.map { self.zone.date(at: $0.opens) })
        return WorkingTimeLeft(
            isOver: due < now, milliseconds: self.workingMilliseconds(from: start, to: end),
            days: days.subtracting([first]).count)
    }
}
