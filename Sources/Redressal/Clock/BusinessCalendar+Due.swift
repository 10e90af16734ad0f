extension BusinessCalendar {
    /// The instant when a span that starts at an instant runs out.
    ///
    /// `m` and `h` count by the wall clock. `d` keeps the local time of day (`CalendarZone` tells what happens to a
    /// time that a clock change skips or repeats). `bm` and `bh` count working time only. `bd` follows `businessDay`;
    /// the day of the start is not counted. An amount of zero is the start itself.
    ///
    /// A later start never gives an earlier due instant, except `d` (and `bd` of the same time) from the second of two
    /// hours that a clock change repeats.
    /// - Throws: `unbounded` when a span of working time or days does not run out within five years.
    package func due(from start: Instant, _ span: TimeSpan) throws(CalendarError) -> Instant {
        guard span.amount > 0 else { return start }
        let due: Instant? =
            switch span.unit {
            case .minutes: start.advanced(bySeconds: Int64(span.amount) * 60)
            case .hours: start.advanced(bySeconds: Int64(span.amount) * 3600)
            case .days: self.zone.instant(span.amount, daysAfter: start)
            case .businessMinutes: self.end(of: Int64(span.amount) * 60_000, from: start)
            case .businessHours: self.end(of: Int64(span.amount) * 3_600_000, from: start)
            case .businessDays:
                switch self.businessDay {
                case .closeOfDay: self.close(ofWorkingDay: span.amount, after: start)
                case .sameTime: self.sameTime(span.amount, workingDaysAfter: start)
                }
            }
        guard let due else { throw .unbounded(self.reference, wanted: "\(span)", from: start) }
        return due
    }

    /// The close of business of the n-th working day after the day of an instant.
    private func close(ofWorkingDay count: Int, after start: Instant) -> Instant? {
        self.workingDay(count, after: self.dayOfStart(start)).flatMap(self.close(of:))
    }

    /// The day that an instant belongs to, which is not counted.
    ///
    /// The very moment at which a day closes at 24:00 belongs to the day it closes and not to the next, so that one
    /// working day and one more are two.
    private func dayOfStart(_ start: Instant) -> CivilDate {
        let date = self.zone.date(at: start)
        let dayBefore = date.adding(days: -1)
        return self.close(of: dayBefore) == start ? dayBefore : date
    }

    private func close(of date: CivilDate) -> Instant? {
        self.periods(on: date).last.map { self.zone.instant(on: date, at: $0.closes) }
    }

    /// The same local time so many working days after an instant, or after the opening that follows it.
    private func sameTime(_ count: Int, workingDaysAfter start: Instant) -> Instant? {
        guard let opening = try? self.opening(atOrAfter: start) else { return nil }
        let date = self.zone.date(at: opening)
        guard let day = self.workingDay(count, after: date) else { return nil }
        return self.zone.instant(day.dayNumber - date.dayNumber, daysAfter: opening)
    }
}
