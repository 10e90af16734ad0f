import Foundation
import Redressal
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfFiveCenturiesAgreesWithFoundation() throws {
        var gregorian = Foundation.Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(identifier: "UTC"))
        // From 1700-01-01 to 2200-01-01 in steps of five days, coprime with weeks, months and years.
        for number in stride(from: -98_615, through: 84_006, by: 5) {
            let date = CivilDate(dayNumber: number)
            let foundation = gregorian.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let (year, month, day) = date.parts
            let sundayFirst = (Weekday.allCases.firstIndex(of: date.weekday) ?? -1) + 1
            #expect([year, month, day] == [foundation.year, foundation.month, foundation.day])
            #expect(sundayFirst % 7 + 1 == foundation.weekday)
            #expect(CivilDate(year: year, month: month, day: day) == date)
            #expect(CivilDate(date.description) == date)
        }
    }

    @Test(arguments: [
        "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", " 2026-01-01", "2026-01-01Z",
        "2026/01/01", "", "2026-01-0١",
    ])
    func whatIsNoDateIsRefused(text: String) { #expect(CivilDate(text) == nil) }

    @Test func leapDaysAreDays() {
        #expect(CivilDate("2024-02-29")?.description == "2024-02-29")
        #expect(CivilDate("2000-02-29")?.weekday == .tuesday)
        #expect(CivilDate("1900-02-29") == nil)
    }
}
