extension BusinessCalendar {
    /// What made the days between two instants differ from ordinary working days, in order of date.
    ///
    /// Both instants' own days are included. A holiday on a day without hours is left out: it took nothing away.
    package func explain(from start: Instant, to end: Instant) -> [CalendarNote] {
        let first = self.zone.date(at: min(start, end))
        let last = self.zone.date(at: max(start, end))
        let notes = self.overrideNotes(first, last) + self.closedNotes(first, last) + self.holidayNotes(first, last)
        return notes.enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
            .map(\.element)
    }

    private func overrideNotes(_ first: CivilDate, _ last: CivilDate) -> [CalendarNote] {
        self.overrides.filter { $0.from <= last && first <= $0.to }
            .map { .override(id: $0.id, from: max($0.from, first), to: min($0.to, last)) }
    }

    private func holidayNotes(_ first: CivilDate, _ last: CivilDate) -> [CalendarNote] {
        self.holidays.filter { first <= $0.date && $0.date <= last && !self.hoursWithoutHolidays(on: $0.date).isEmpty }
            .map { $0.isDayOff ? .holiday($0) : .cancelledHoliday($0) }
    }

    private func closedNotes(_ first: CivilDate, _ last: CivilDate) -> [CalendarNote] {
        var notes: [CalendarNote] = []
        var runStart: CivilDate?
        var date = first
        while date <= last {
            if self.hoursWithoutHolidays(on: date).isEmpty {
                runStart = runStart ?? date
            } else if let begin = runStart {
                notes.append(.closed(from: begin, to: date.adding(days: -1)))
                runStart = nil
            }
            date = date.adding(days: 1)
        }
        if let begin = runStart { notes.append(.closed(from: begin, to: last)) }
        return notes
    }
}
