import Redressal
import Testing

@Suite struct WorkingTimeTests {
    @Test(arguments: [
        ("2026-04-09 08:59:59", false), ("2026-04-09 09:00", true), ("2026-04-09 12:59:59", true),
        ("2026-04-09 13:00", false), ("2026-04-09 13:30", true), ("2026-04-09 16:00", false),
        ("2026-04-11 10:00", false), ("2026-03-23 10:00", false),
    ])
    func anOfficeIsOpenFromItsOpeningUpToItsClosing(time: String, isOpen: Bool) throws {
        let calendar = try ShippedCalendars.calendar("kp-5day")
        #expect(try calendar.isOpen(at: calendar.local(time)) == isOpen)
    }

    @Test(arguments: [
        ("2026-04-09 08:00", "2026-04-09 09:00"), ("2026-04-09 09:00", "2026-04-09 13:30"),
        ("2026-04-10 12:00", "2026-04-13 09:00"), ("2026-03-19 15:00", "2026-03-24 09:00"),
    ])
    func theNextOpeningIsStrictlyLater(time: String, opening: String) throws {
        let calendar = try ShippedCalendars.calendar("kp-5day")
        #expect(try calendar.nextOpening(after: calendar.local(time)) == calendar.local(opening))
    }

    @Test func anOpenOfficeNeedsNoOpening() throws {
        let calendar = try ShippedCalendars.calendar("kp-5day")
        let open = try calendar.local("2026-04-09 10:00")
        #expect(try calendar.opening(atOrAfter: open) == open)
        #expect(
            try calendar.opening(atOrAfter: calendar.local("2026-04-09 13:00")) == calendar.local("2026-04-09 13:30"))
    }

    @Test func workingTimeLeavesOutBreaksWeekendsAndHolidays() throws {
        let calendar = try ShippedCalendars.calendar("kp-5day")
        let thursday = try calendar.local("2026-03-19 12:00")
        let tuesday = try calendar.local("2026-03-24 10:00")
        // 1 h to the break, 2.5 h after it, Eid, the weekend, Pakistan Day, 1 h.
        #expect(calendar.workingMilliseconds(from: thursday, to: tuesday) == 16_200_000)
        #expect(calendar.workingMilliseconds(from: tuesday, to: thursday) == -16_200_000)
        #expect(calendar.workingMilliseconds(from: thursday, to: thursday) == 0)
    }

    @Test func aClockResumesWithTheWorkingTimeItHadLeft() throws {
        let calendar = try ShippedCalendars.calendar("kp-5day")
        let start = try calendar.local("2026-04-13 10:00")
        let due = try calendar.due(from: start, "2bd")
        let paused = try calendar.local("2026-04-14 12:00")
        let left = calendar.workingMilliseconds(from: paused, to: due)
        let resumed = try calendar.local("2026-04-20 09:00")
        // 3.5 h of Tuesday and 6.5 h of Wednesday: all of Monday and 3.5 h of Tuesday.
        #expect(left == 36_000_000)
        #expect(try calendar.add(workingMilliseconds: left, to: resumed) == calendar.local("2026-04-21 12:30"))
    }

    @Test func aCancelledHolidayIsWorkedAndAnyOtherIsNot() throws {
        let day = try #require(CivilDate("2026-04-14"))
        for status in Holiday.Status.allCases {
            let calendar = try BusinessCalendar(
                id: "office", version: 1, timeZone: "Asia/Phnom_Penh",
                hours: WorkingHours([.tuesday: [WorkingPeriod("08:00-12:00")]]),
                holidays: [Holiday(date: day, name: "Khmer New Year", status: status)])
            #expect(calendar.isWorkingDay(day) == (status == .cancelled))
            let due = status == .cancelled ? "2026-04-14 12:00" : "2026-04-21 12:00"
            #expect(try calendar.due(from: calendar.local("2026-04-13 09:00"), "1bd") == calendar.local(due))
        }
    }

    @Test func aDateWithTwoHolidaysIsWorkedOnlyWhenBothAreCancelled() throws {
        let day = try #require(CivilDate("2026-05-28"))
        let eid = Holiday(date: day, name: "Eid al-Adha", status: .cancelled)
        for (status, works) in [(Holiday.Status.announced, false), (.cancelled, true)] {
            let calendar = try BusinessCalendar(
                id: "office", version: 1, timeZone: "Asia/Karachi",
                hours: WorkingHours([.thursday: [WorkingPeriod("09:00-13:00")]]),
                holidays: [eid, Holiday(date: day, name: "Youm-e-Takbeer", status: status)])
            #expect(calendar.isWorkingDay(day) == works)
        }
    }
}
