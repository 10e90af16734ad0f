import Redressal
import Testing

@Suite struct CalendarExplainTests {
    private func lines(_ id: String, _ start: String, _ end: String) throws -> [String] {
        let calendar = try ShippedCalendars.calendar(id)
        return try calendar.explain(from: calendar.local(start), to: calendar.local(end)).map(\.description)
    }

    @Test func holidaysAndWeekendsStandInOrderOfDate() throws {
        #expect(
            try self.lines("kh-gov", "2026-04-10 09:00", "2026-04-22 17:30") == [
                "closed Sat 2026-04-11 to Sun 2026-04-12",
                "holiday Khmer New Year's Day 2026-04-14",
                "holiday Khmer New Year's Day 2026-04-15",
                "holiday Khmer New Year's Day 2026-04-16",
                "closed Sat 2026-04-18 to Sun 2026-04-19",
            ])
    }

    @Test func anOverrideIsClippedToTheStretchAndComesBeforeWhatLiesInIt() throws {
        #expect(
            try self.lines("kp-6day", "2025-03-27 10:00", "2025-04-03 10:00") == [
                "hours of ramadan-2025 from 2025-03-27 to 2025-03-30",
                "closed Sun 2025-03-30",
                "holiday Eid al-Fitr 2025-03-31 (estimated)",
                "holiday Eid al-Fitr 2025-04-01 (estimated)",
                "holiday Eid al-Fitr 2025-04-02 (estimated)",
            ])
    }

    @Test func aHolidayOnAWeekendTookNothing() throws {
        #expect(
            try self.lines("kh-gov", "2026-10-09 09:00", "2026-10-12 09:00") == [
                "closed Sat 2026-10-10 to Sun 2026-10-11",
                "holiday Pchum Ben Day 2026-10-12",
            ])
    }

    @Test func aCancelledHolidayIsSaidToBeWorked() throws {
        let day = try #require(CivilDate("2026-11-09"))
        let holiday = Holiday(date: day, name: "Iqbal Day", status: .cancelled)
        let calendar = try BusinessCalendar(
            id: "office", version: 1, timeZone: "Asia/Karachi",
            hours: WorkingHours([.monday: [WorkingPeriod("09:00-13:00")]]), holidays: [holiday])
        let monday = try calendar.local("2026-11-09 10:00")
        #expect(calendar.explain(from: monday, to: monday) == [.cancelledHoliday(holiday)])
        #expect(CalendarNote.cancelledHoliday(holiday).description == "cancelled holiday Iqbal Day 2026-11-09, worked")
    }

    @Test func roundTheClockThereIsNothingToExplain() throws {
        #expect(try self.lines("kp-health-24x7", "2026-03-01 09:00", "2026-06-01 09:00") == [])
    }
}
