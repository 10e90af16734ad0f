import Redressal
import Testing

/// Boston's rule: a start outside hours waits for the opening, then whole working days are added.
@Suite struct SameTimeTests {
    @Test(arguments: [
        // Within hours the local time is kept, to the second.
        ("2022-01-04 10:20:31", "1bd", "2022-01-05 10:20:31"),
        ("2022-01-04 16:48:09", "1bd", "2022-01-05 16:48:09"),
        // Before, after and at the closing, and on a weekend, it becomes the next opening.
        ("2022-01-04 08:29:59", "1bd", "2022-01-05 08:30"),
        ("2022-01-04 08:30", "1bd", "2022-01-05 08:30"),
        ("2022-01-04 17:00", "1bd", "2022-01-06 08:30"),
        ("2022-01-04 17:02", "1bd", "2022-01-06 08:30"),
        ("2022-01-01 00:16", "1bd", "2022-01-04 08:30"),
        ("2022-01-07 12:00", "1bd", "2022-01-10 12:00"),
        // 17 January 2022 is a public holiday that the city's targets ignore.
        ("2022-01-14 09:00", "1bd", "2022-01-17 09:00"),
        ("2022-01-03 09:15", "10bd", "2022-01-17 09:15"),
        // Over the clock change of 13 March the wall-clock time stays.
        ("2022-01-31 11:46", "45bd", "2022-04-04 11:46"),
        ("2022-03-11 09:15", "1bd", "2022-03-14 09:15"),
        ("2022-03-11 09:15", "60d", "2022-05-10 09:15"),
    ])
    func boston(start: String, span: String, due: String) throws {
        let calendar = try ShippedCalendars.calendar("boston")
        #expect(try calendar.due(from: calendar.local(start), span) == calendar.local(due))
    }

    @Test func aHolidayIsNotCounted() throws {
        let day = try #require(CivilDate("2022-01-17"))
        let calendar = try BusinessCalendar(
            id: "city", version: 1, timeZone: "America/New_York",
            hours: WorkingHours([.monday: [WorkingPeriod("08:30-17:00")], .tuesday: [WorkingPeriod("08:30-17:00")]]),
            holidays: [Holiday(date: day, name: "Martin Luther King Jr. Day", status: .announced)],
            businessDay: .sameTime)
        #expect(try calendar.due(from: calendar.local("2022-01-11 10:00"), "1bd") == calendar.local("2022-01-18 10:00"))
    }

    @Test func unequalDaysAreRefused() throws {
        let long = try WorkingPeriod("08:30-17:00")
        let short = try WorkingPeriod("08:30-12:00")
        let week = try WorkingHours([.monday: [long], .friday: [short]])
        #expect(throws: CalendarError.hoursDiffer([long], [short])) {
            try BusinessCalendar(id: "city", version: 1, timeZone: "UTC", hours: week, businessDay: .sameTime)
        }
    }
}
