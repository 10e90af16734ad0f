import Redressal
import Testing

/// How long an office still has.
@Suite struct WorkingTimeLeftTests {
    /// Monday to Friday, 09:00 to 17:00 UTC.
    private static func calendar() throws -> BusinessCalendar {
        let reading = CalendarReader.read(
            """
            kind: calendar
            id: week
            version: 1
            tz: UTC
            weekend: [sat, sun]
            hours: {mon-fri: ["09:00-17:00"]}
            """, file: "week.yaml")
        return try #require(reading.calendar, "\(reading.findings)")
    }

    @Test(arguments: [
        // Friday 15:00 to Friday 17:00, to Monday 10:00, to the Saturday after, and back.
        ("2026-04-10T15:00:00Z", "2026-04-10T17:00:00Z", 2, 0, false),
        ("2026-04-10T15:00:00Z", "2026-04-13T10:00:00Z", 3, 1, false),
        ("2026-04-10T15:00:00Z", "2026-04-18T12:00:00Z", 42, 5, false),
        ("2026-04-13T10:00:00Z", "2026-04-10T15:00:00Z", 3, 1, true),
        ("2026-04-11T10:00:00Z", "2026-04-12T10:00:00Z", 0, 0, false),
    ])
    func onlyWorkingTimeCounts(_ now: String, _ due: String, _ hours: Int64, _ days: Int, _ isOver: Bool) throws {
        let left = try Self.calendar().timeLeft(from: try #require(Instant(now)), to: try #require(Instant(due)))
        #expect(left == WorkingTimeLeft(isOver: isOver, milliseconds: hours * 3_600_000, days: days))
    }
}
