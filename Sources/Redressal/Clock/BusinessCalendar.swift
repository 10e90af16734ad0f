/// When an office works: its zone, weekly hours, overrides and holidays; an immutable version of it.
///
/// Every question is answered from the value and the instants given; nothing here reads a clock.
package struct BusinessCalendar: Hashable, Sendable {
    /// What "so many working days later" means.
    package enum BusinessDay: String, Hashable, Sendable, CaseIterable, Codable {
        /// Due at the close of business of the n-th working day after the day of the start.
        case closeOfDay = "close_of_day"
        /// Due at the same local time n working days later; a start outside hours moves to the next opening first.
        case sameTime = "same_time"
    }

    package let id: String
    package let version: Int
    package let zone: CalendarZone
    /// The ordinary week; weekdays it leaves unnamed are closed.
    package let hours: WorkingHours
    /// In order of their first date; no two hold for one date.
    package let overrides: [CalendarOverride]
    /// In order of date, then name; more than one may fall on a date.
    package let holidays: [Holiday]
    package let businessDay: BusinessDay

    /// Makes a calendar whose parts fit together.
    ///
    /// - Throws: `unknownTimeZone`, `reversedOverride`, `duplicateOverride`, `overlappingOverrides`,
    ///   `duplicateHoliday`, or `hoursDiffer` for `sameTime` when the working days' hours are not all the same.
    package init(
        id: String,
        version: Int,
        timeZone: String,
        hours: WorkingHours,
        overrides: [CalendarOverride] = [],
        holidays: [Holiday] = [],
        businessDay: BusinessDay = .closeOfDay
    ) throws(CalendarError) {
        self.id = id
        self.version = version
        self.zone = try CalendarZone(identifier: timeZone)
        self.hours = hours
        self.overrides = overrides.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        self.holidays = holidays.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
        self.businessDay = businessDay
        try Self.check(self.overrides)
        try Self.check(self.holidays)
        if businessDay == .sameTime { try Self.checkUniform([hours] + overrides.map(\.hours)) }
    }

    /// What facts about clocks record of this calendar.
    package var reference: CalendarReference { CalendarReference(id: self.id, version: self.version) }

    private static func check(_ overrides: [CalendarOverride]) throws(CalendarError) {
        var ids: Set<String> = []
        for override in overrides {
            guard override.from <= override.to else { throw .reversedOverride(id: override.id) }
            guard ids.insert(override.id).inserted else { throw .duplicateOverride(id: override.id) }
        }
        for (earlier, later) in zip(overrides, overrides.dropFirst()) where later.from <= earlier.to {
            throw .overlappingOverrides(earlier.id, later.id)
        }
    }

    private static func check(_ holidays: [Holiday]) throws(CalendarError) {
        for (first, second) in zip(holidays, holidays.dropFirst())
        where first.date == second.date && first.name == second.name {
            throw .duplicateHoliday(second.date, name: second.name)
        }
    }

    private static func checkUniform(_ weeks: [WorkingHours]) throws(CalendarError) {
        let days = weeks.flatMap(\.openDays).map(\.periods)
        if let first = days.first, let other = days.first(where: { $0 != first }) { throw .hoursDiffer(first, other) }
    }
}
