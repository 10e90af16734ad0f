import Redressal
import Testing

@Suite struct UnboundedCalendarTests {
    private let start = Instant(seconds: 1_775_000_000)

    @Test(arguments: ["1bm", "1bh", "1bd"], BusinessCalendar.BusinessDay.allCases)
    func aCalendarWithoutHoursAnswersWithAnError(span: String, businessDay: BusinessCalendar.BusinessDay) throws {
        let calendar = try BusinessCalendar(
            id: "never", version: 2, timeZone: "UTC", hours: WorkingHours([:]), businessDay: businessDay)
        let reference = CalendarReference(id: "never", version: 2)
        #expect(throws: CalendarError.unbounded(reference, wanted: span, from: self.start)) {
            try calendar.due(from: self.start, span)
        }
        #expect(throws: CalendarError.unbounded(reference, wanted: "an opening", from: self.start)) {
            try calendar.nextOpening(after: self.start)
        }
        #expect(throws: CalendarError.unbounded(reference, wanted: "1 ms of working time", from: self.start)) {
            try calendar.add(workingMilliseconds: 1, to: self.start)
        }
        #expect(!calendar.isOpen(at: self.start))
        #expect(calendar.workingMilliseconds(from: self.start, to: self.start.advanced(bySeconds: 9_999_999)) == 0)
    }

    @Test(arguments: ["9999999bm", "800000bh", "36000bd"], ["kp-5day", "boston"])
    func anAnswerBeyondFiveYearsIsAnError(span: String, id: String) throws {
        let calendar = try ShippedCalendars.calendar(id)
        #expect(throws: CalendarError.unbounded(calendar.reference, wanted: span, from: self.start)) {
            try calendar.due(from: self.start, span)
        }
    }

    @Test func theErrorNamesCalendarSpanAndStart() {
        let error = CalendarError.unbounded(
            CalendarReference(id: "never", version: 2), wanted: "5bd", from: Instant(seconds: 0))
        #expect(
            error.description
                == "expected 5bd within five years of 1970-01-01T00:00:00.000Z but calendar never v2 has none")
    }
}
