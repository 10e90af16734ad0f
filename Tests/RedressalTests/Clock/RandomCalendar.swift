import Redressal
import Testing

/// Makes calendars that no office would keep, to try the laws on.
enum RandomCalendar {
    private static let zones = ["UTC", "Asia/Karachi", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"]

    /// A calendar with at least one day of work a week, over the years 2025 to 2032.
    static func make(using generator: inout SeededGenerator) throws -> BusinessCalendar {
        let sameTime = Bool.random(using: &generator)
        // The same local time is kept over clock changes only where these happen outside working hours.
        let earliest = sameTime ? 4 * 60 : 0
        let shared = try self.periods(from: earliest, using: &generator)
        var days: [Weekday: [WorkingPeriod]] = [:]
        for weekday in Weekday.allCases where Int.random(in: 0..<4, using: &generator) > 0 {
            days[weekday] = sameTime ? shared : try self.periods(from: earliest, using: &generator)
        }
        days[.wednesday] = shared
        return try BusinessCalendar(
            id: "random", version: 1, timeZone: self.zones.randomElement(using: &generator) ?? "UTC",
            hours: WorkingHours(days),
            overrides: sameTime ? [] : self.overrides(using: &generator),
            holidays: self.holidays(using: &generator),
            businessDay: sameTime ? .sameTime : .closeOfDay)
    }

    /// One to three periods apart from each other or touching, in quarters of an hour; the last may end at 24:00.
    private static func periods(
        from earliest: Int, using generator: inout SeededGenerator
    ) throws -> [WorkingPeriod] {
        let count = Int.random(in: 1...3, using: &generator)
        var quarters: Set<Int> = []
        while quarters.count < count + 1 { quarters.insert(Int.random(in: earliest / 15...96, using: &generator)) }
        let edges = quarters.sorted().compactMap { TimeOfDay(hour: $0 / 4, minute: $0 % 4 * 15) }
        let all = try zip(edges, edges.dropFirst()).map { try WorkingPeriod(opens: $0, closes: $1) }
        return all.count == 3 && Bool.random(using: &generator) ? [all[0], all[2]] : all
    }

    private static func overrides(using generator: inout SeededGenerator) throws -> [CalendarOverride] {
        try (2025...2029).map { year in
            let month = Int.random(in: 1...11, using: &generator)
            let from = try #require(CivilDate(year: year, month: month, day: 10))
            let hours = try WorkingHours([
                .monday: [], .thursday: try self.periods(from: 0, using: &generator),
            ])
            return CalendarOverride(id: "y\(year)", from: from, to: from.adding(days: 29), hours: hours)
        }
    }

    private static func holidays(using generator: inout SeededGenerator) -> [Holiday] {
        (0..<60).map { number in
            Holiday(
                date: CivilDate(dayNumber: Int.random(in: 20_089..<21_915, using: &generator)), name: "day \(number)",
                status: Holiday.Status.allCases.randomElement(using: &generator) ?? .announced)
        }
    }
}
