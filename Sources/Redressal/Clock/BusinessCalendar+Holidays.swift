extension BusinessCalendar {
    /// How much of the time between two instants lies on holidays that took a working day away; whole days, by the wall clock.
    package func holidayMilliseconds(from start: Instant, to end: Instant) -> Int64 {
        let (first, last) = (self.zone.date(at: start), self.zone.date(at: end))
        // Two holidays may fall on one date.
        let dates = Set(self.holidays.lazy.filter { first <= $0.date && $0.date <= last && $0.isDayOff }.map(\.date))
        return dates.reduce(0) { sum, date in
            guard !self.hoursWithoutHolidays(on: date).isEmpty else { return sum }
            let opens = self.zone.start(of: date)
            let closes = self.zone.start(of: date.adding(days: 1))
            return sum + max(0, max(opens, start).milliseconds(to: min(closes, end)))
        }
    }
}
