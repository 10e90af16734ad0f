extension BusinessCalendar {
    /// How far ahead of a start an answer is sought: five years.
    static let horizonDays = 5 * 366

    /// The working periods of a date in order, empty on a holiday or a day without hours.
    package func periods(on date: CivilDate) -> [WorkingPeriod] {
        self.isHoliday(date) ? [] : self.hoursWithoutHolidays(on: date)
    }

    /// Whether the office works at some time of the date.
    package func isWorkingDay(_ date: CivilDate) -> Bool { !self.periods(on: date).isEmpty }

    /// The periods that a date would have if it were no holiday.
    func hoursWithoutHolidays(on date: CivilDate) -> [WorkingPeriod] {
        let weekday = date.weekday
        if let override = self.override(on: date), let periods = override.hours[weekday] { return periods }
        return self.hours[weekday] ?? []
    }

    /// The override that holds for a date.
    func override(on date: CivilDate) -> CalendarOverride? { self.overrides.first { $0.contains(date) } }

    /// The holidays of a date, whatever their status.
    func holidays(on date: CivilDate) -> ArraySlice<Holiday> {
        var low = 0
        var high = self.holidays.count
        while low < high {
            let middle = (low + high) / 2
            if self.holidays[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return self.holidays[low...].prefix { $0.date == date }
    }

    private func isHoliday(_ date: CivilDate) -> Bool { self.holidays(on: date).contains(where: \.isDayOff) }

    /// The n-th working day strictly after a date, or nil when it lies beyond the horizon.
    func workingDay(_ count: Int, after date: CivilDate) -> CivilDate? {
        var day = date
        var left = count
        let last = date.adding(days: Self.horizonDays)
        while left > 0 {
            guard day < last else { return nil }
            day = day.adding(days: 1)
            if self.isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
