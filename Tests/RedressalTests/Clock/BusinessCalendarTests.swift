import Foundation
import Redressal
import Testing

@Suite struct BusinessCalendarTests {
    @Test(arguments: ShippedCalendars.ids)
    func aCalendarComesBackFromItsJSON(id: String) throws {
        let calendar = try ShippedCalendars.calendar(id)
        let decoded = try JSONDecoder().decode(BusinessCalendar.self, from: JSONEncoder().encode(calendar))
        #expect(decoded == calendar)
        #expect(decoded.reference == CalendarReference(id: id, version: 1))
    }

    @Test func theJSONFormIsStable() throws {
        let date = try #require(CivilDate("2026-03-23"))
        let calendar = try BusinessCalendar(
            id: "office", version: 3, timeZone: "Asia/Karachi",
            hours: WorkingHours([.monday: [WorkingPeriod("09:00-13:00")], .friday: []]),
            overrides: [CalendarOverride(id: "short", from: date, to: date, hours: WorkingHours([.monday: []]))],
            holidays: [Holiday(date: date, name: "Pakistan Day", status: .announced)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(
            try String(decoding: encoder.encode(calendar), as: UTF8.self) == """
                {"business_day":"close_of_day",\
                "holidays":[{"date":"2026-03-23","name":"Pakistan Day","status":"announced"}],\
                "hours":{"fri":[],"mon":["09:00-13:00"]},"id":"office",\
                "overrides":[{"from":"2026-03-23","hours":{"mon":[]},"id":"short","to":"2026-03-23"}],\
                "tz":"Asia/Karachi","version":3}
                """)
    }

    @Test func overridesMayTouchButNotOverlap() throws {
        let (a, b, c) = (
            try #require(CivilDate("2026-03-01")), try #require(CivilDate("2026-03-10")),
            try #require(CivilDate("2026-03-11"))
        )
        let none = try WorkingHours([:])
        func make(_ overrides: [CalendarOverride]) throws -> BusinessCalendar {
            try BusinessCalendar(id: "office", version: 1, timeZone: "UTC", hours: none, overrides: overrides)
        }
        let first = CalendarOverride(id: "first", from: a, to: b, hours: none)
        let second = CalendarOverride(id: "second", from: b, to: c, hours: none)
        #expect(throws: CalendarError.overlappingOverrides("first", "second")) { try make([second, first]) }
        #expect(throws: CalendarError.duplicateOverride(id: "first")) { try make([first, first]) }
        #expect(throws: CalendarError.reversedOverride(id: "back")) {
            try make([CalendarOverride(id: "back", from: b, to: a, hours: none)])
        }
        let after = CalendarOverride(id: "after", from: c, to: c, hours: none)
        #expect(try make([after, first]).overrides == [first, after])
    }

    @Test(arguments: [
        ("22:00-06:00", "a period within one day; write hours past midnight as two, one ending at 24:00"),
        ("09:00-09:00", "a closing time later than the opening time"),
        ("9:00-13:00", "two times from 00:00 to 24:00 such as 09:00-13:00"),
        ("09:00-24:01", "two times from 00:00 to 24:00 such as 09:00-13:00"),
        ("09:00", "two times from 00:00 to 24:00 such as 09:00-13:00"),
    ])
    func aPeriodThatIsNoneIsRefused(text: String, expected: String) {
        #expect(throws: CalendarError.malformedPeriod(text, expected: expected)) { try WorkingPeriod(text) }
    }
}
