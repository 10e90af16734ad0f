import Redressal
import Testing

/// The due dates that the field study computed by hand and from the public holiday lists.
@Suite struct DueDateFixtureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let calendar: String
        let start: String
        let span: String
        let due: String

        init(_ calendar: String, _ start: String, _ span: String, _ due: String) {
            (self.calendar, self.start, self.span, self.due) = (calendar, start, span, due)
        }

        var testDescription: String { "\(self.calendar): \(self.start) + \(self.span) = \(self.due)" }
    }

    @Test(arguments: [
        Row("kh-gov", "2026-04-10", "5bd", "2026-04-22 17:30"),
        Row("kh-gov", "2026-10-09", "3bd", "2026-10-16 17:30"),
        Row("kh-gov", "2026-11-20", "5bd", "2026-12-02 17:30"),
        Row("kh-gov", "2020-04-10", "5bd", "2020-04-17 17:30"),
        Row("kh-gov", "2020-08-14", "3bd", "2020-08-26 17:30"),
        Row("kp-5day", "2026-03-19", "3bd", "2026-03-26 16:00"),
        Row("kp-6day", "2026-03-19", "3bd", "2026-03-26 16:00"),
        Row("kp-5day", "2026-05-25", "2bd", "2026-06-01 16:00"),
        Row("kp-6day", "2026-05-25", "2bd", "2026-05-30 16:00"),
        Row("kp-5day", "2025-06-05", "1bd", "2025-06-10 16:00"),
    ])
    func workingDaysEndAtTheCloseOfBusinessWheneverInTheDayTheyStart(row: Row) throws {
        let calendar = try ShippedCalendars.calendar(row.calendar)
        let due = try calendar.local(row.due)
        for time in ["00:00", "09:00", "13:15", "16:00", "23:59:59"] {
            #expect(try calendar.due(from: calendar.local("\(row.start) \(time)"), row.span) == due)
        }
    }

    @Test(arguments: [
        Row("kp-5day", "2026-04-09 15:00", "4bh", "2026-04-10 12:00"),
        Row("kp-5day", "2026-04-10 12:00", "4bh", "2026-04-13 12:30"),
        Row("kp-6day", "2026-04-10 12:00", "4bh", "2026-04-11 12:30"),
        Row("kp-5day", "2025-03-06 14:00", "4bh", "2025-03-07 12:00"),
        Row("kh-gov", "2026-04-03 16:30", "4bh", "2026-04-06 10:30"),
        Row("kh-gov", "2026-04-03 16:30", "240bm", "2026-04-06 10:30"),
        // Used up exactly at the closing: due then, not at the next opening.
        Row("kp-5day", "2026-04-09 15:00", "1bh", "2026-04-09 16:00"),
        // A start outside working time waits for the opening, in a break as on a weekend.
        Row("kp-5day", "2026-04-09 13:10", "1bh", "2026-04-09 14:30"),
        Row("kp-5day", "2026-04-11 10:00", "1bm", "2026-04-13 09:01"),
        Row("kp-health-24x7", "2026-04-11 10:00", "30bh", "2026-04-12 16:00"),
    ])
    func workingHoursAreConsumedOnlyWhileOpen(row: Row) throws {
        let calendar = try ShippedCalendars.calendar(row.calendar)
        #expect(try calendar.due(from: calendar.local(row.start), row.span) == calendar.local(row.due))
    }

    @Test(arguments: [
        Row("kp-5day", "2026-04-10 15:00", "30m", "2026-04-10 15:30"),
        Row("kp-5day", "2026-04-10 22:00", "4h", "2026-04-11 02:00"),
        Row("kp-5day", "2026-04-10 15:00:07", "3d", "2026-04-13 15:00:07"),
        Row("kp-health-24x7", "2026-04-10 15:00", "1bd", "2026-04-11 24:00"),
        Row("wall", "2026-04-10 15:00", "2d", "2026-04-12 15:00"),
    ])
    func wallClockSpansIgnoreWorkingTime(row: Row) throws {
        let calendar = try ShippedCalendars.calendar(row.calendar)
        #expect(try calendar.due(from: calendar.local(row.start), row.span) == calendar.local(row.due))
    }

    @Test(arguments: TimeSpan.Unit.allCases, ShippedCalendars.ids)
    func nothingOfAnyUnitIsTheStartItself(unit: TimeSpan.Unit, id: String) throws {
        let calendar = try ShippedCalendars.calendar(id)
        let sunday = try calendar.local("2026-04-12 03:00")
        #expect(try calendar.due(from: sunday, TimeSpan(0, unit)) == sunday)
    }
}
