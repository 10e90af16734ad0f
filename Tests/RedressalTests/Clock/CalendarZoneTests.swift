import Foundation
import Redressal
import Testing

@Suite struct CalendarZoneTests {
    private func office(_ zone: String, _ hours: String = "00:00-24:00") throws -> BusinessCalendar {
        let week = try WorkingHours(
            Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [try WorkingPeriod(hours)]) }))
        return try BusinessCalendar(id: "office", version: 1, timeZone: zone, hours: week)
    }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test(arguments: [
        "America/New_York", "Asia/Karachi", "Asia/Phnom_Penh", "Africa/Casablanca", "Australia/Lord_Howe",
        "Asia/Kathmandu", "Pacific/Apia", "UTC",
    ])
    func datesAgreeWithFoundation(zone: String) throws {
        let seed = UInt64(311)
        var generator = SeededGenerator(seed: seed)
        let table = try CalendarZone(identifier: zone)
        var gregorian = Foundation.Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(identifier: zone))
        for _ in 0..<2_000 {
            let instant = Instant(seconds: Int64.random(in: 0..<4_102_000_000, using: &generator))
            let parts = gregorian.dateComponents([.year, .month, .day], from: instant.date)
            let date = table.date(at: instant).parts
            #expect(
                [date.year, date.month, date.day] == [parts.year, parts.month, parts.day], "seed \(seed) \(instant)")
        }
    }

    @Test func daysKeepTheLocalTimeOverClockChanges() throws {
        let calendar = try self.office("America/New_York")
        // 23 hours over 8 March 2026, 25 hours over 1 November 2026.
        #expect(
            try calendar.due(from: self.instant("2026-03-07T17:00:00Z"), "1d") == self.instant("2026-03-08T16:00:00Z"))
        #expect(
            try calendar.due(from: self.instant("2026-10-31T16:00:00Z"), "1d") == self.instant("2026-11-01T17:00:00Z"))
        #expect(
            try calendar.due(from: self.instant("2026-03-07T17:00:00Z"), "24h") == self.instant("2026-03-08T17:00:00Z"))
    }

    @Test func aSkippedLocalTimeIsTheInstantOfTheChange() throws {
        let calendar = try self.office("America/New_York")
        // 02:30 of 7 March; 02:00 to 03:00 does not exist on 8 March.
        #expect(
            try calendar.due(from: self.instant("2026-03-07T07:30:00Z"), "1d") == self.instant("2026-03-08T07:00:00Z"))
    }

    @Test func aRepeatedLocalTimeIsItsFirstOccurrence() throws {
        let calendar = try self.office("America/New_York")
        // 01:30 of 31 October; on 1 November 01:30 comes at 05:30 and again at 06:30 UTC.
        #expect(
            try calendar.due(from: self.instant("2026-10-31T05:30:00Z"), "1d") == self.instant("2026-11-01T05:30:00Z"))
    }

    @Test func workingTimeIsRealTimeOnDaysOf23And25Hours() throws {
        let calendar = try self.office("America/New_York")
        let hour: Int64 = 3_600_000
        #expect(
            try calendar.workingMilliseconds(
                from: self.instant("2026-03-08T05:00:00Z"), to: self.instant("2026-03-09T04:00:00Z")) == 23 * hour)
        #expect(
            try calendar.workingMilliseconds(
                from: self.instant("2026-11-01T04:00:00Z"), to: self.instant("2026-11-02T05:00:00Z")) == 25 * hour)
        #expect(
            try calendar.due(from: self.instant("2026-03-08T06:30:00Z"), "1bh") == self.instant("2026-03-08T07:30:00Z"))
    }

    @Test func aPeriodThatTheClockSkipsHasNoWorkingTime() throws {
        let calendar = try self.office("America/New_York", "02:00-03:00")
        #expect(
            try calendar.due(from: self.instant("2026-03-08T05:00:00Z"), "1bm") == self.instant("2026-03-09T06:01:00Z"))
    }

    @Test func aDateThatAZoneLeftOutHasNoLength() throws {
        // Samoa went from 29 to 31 December 2011.
        let calendar = try self.office("Pacific/Apia")
        let end = try self.instant("2011-12-30T10:00:00Z")
        #expect(try calendar.zone.date(at: end) == #require(CivilDate("2011-12-31")))
        #expect(
            calendar.workingMilliseconds(from: end.advanced(bySeconds: -3600), to: end.advanced(bySeconds: 3600))
                == 7_200_000)
    }

    @Test func anUnknownZoneIsRefused() {
        #expect(throws: CalendarError.unknownTimeZone("Asia/Peshawar")) {
            try CalendarZone(identifier: "Asia/Peshawar")
        }
    }
}
