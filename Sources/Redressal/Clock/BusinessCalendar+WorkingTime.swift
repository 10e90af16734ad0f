extension BusinessCalendar {
    /// Whether the office works at an instant; at the moment of closing it no longer does.
    package func isOpen(at instant: Instant) -> Bool {
        let date = self.zone.date(at: instant)
        return WorkingIntervals(of: self, from: date, through: date)
            .contains { $0.opens <= instant && instant < $0.closes }
    }

    /// The start of the first working period that begins later than an instant.
    ///
    /// A period that continues the one before it counts too: round the clock, it is the next midnight.
    /// - Throws: `unbounded` when none begins within five years.
    package func nextOpening(after instant: Instant) throws(CalendarError) -> Instant {
        guard let next = self.intervals(from: instant).first(where: { $0.opens > instant }) else {
            throw .unbounded(self.reference, wanted: "an opening", from: instant)
        }
        return next.opens
    }

    /// The instant itself when the office is open, otherwise the next opening.
    ///
    /// - Throws: `unbounded` when there is no working time within five years.
    package func opening(atOrAfter instant: Instant) throws(CalendarError) -> Instant {
        guard let next = self.intervals(from: instant).first(where: { $0.closes > instant }) else {
            throw .unbounded(self.reference, wanted: "an opening", from: instant)
        }
        return max(next.opens, instant)
    }

    /// The working time between two instants in milliseconds; negative when `end` is the earlier one.
    package func workingMilliseconds(from start: Instant, to end: Instant) -> Int64 {
        guard start <= end else { return -self.workingMilliseconds(from: end, to: start) }
        let intervals = WorkingIntervals(of: self, from: self.zone.date(at: start), through: self.zone.date(at: end))
        return intervals.reduce(0) { sum, interval in
            sum + max(0, max(interval.opens, start).milliseconds(to: min(interval.closes, end)))
        }
    }

    /// The instant when so much working time has passed since another, as a clock resumes after a pause.
    ///
    /// Time used up exactly at a closing ends at that closing. Zero or less is the instant itself.
    /// - Parameter milliseconds: working time.
    /// - Throws: `unbounded` when the next five years hold less working time.
    package func add(workingMilliseconds milliseconds: Int64, to start: Instant) throws(CalendarError) -> Instant {
        guard milliseconds > 0 else { return start }
        guard let end = self.end(of: milliseconds, from: start) else {
            throw .unbounded(self.reference, wanted: "\(milliseconds) ms of working time", from: start)
        }
        return end
    }

    /// When so much working time (more than zero) has passed, or nil when that is beyond the horizon.
    func end(of milliseconds: Int64, from start: Instant) -> Instant? {
        var left = milliseconds
        for interval in self.intervals(from: start) where interval.closes > start {
            let opens = max(interval.opens, start)
            let length = opens.milliseconds(to: interval.closes)
            if left <= length { return opens.advanced(byMilliseconds: left) }
            left -= length
        }
        return nil
    }

    /// The working time of the day of an instant and of the five years after it.
    private func intervals(from instant: Instant) -> WorkingIntervals {
        let date = self.zone.date(at: instant)
        return WorkingIntervals(of: self, from: date, through: date.adding(days: Self.horizonDays))
    }
}
