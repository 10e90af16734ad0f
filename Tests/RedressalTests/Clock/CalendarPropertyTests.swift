import Redressal
import Testing

/// Laws that hold for every calendar, start and span; a failure prints the seed and the case.
@Suite struct CalendarPropertyTests {
    private static let seeds: [UInt64] = [1, 2, 3]
    private static let cases = 1_000

    /// Random calendars with breaks, overrides, holidays and clock changes, beside the shipped ones.
    private static func calendar(_ generator: inout SeededGenerator) throws -> BusinessCalendar {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: try ShippedCalendars.calendar(ShippedCalendars.ids.randomElement(using: &generator) ?? "wall")
        default: try RandomCalendar.make(using: &generator)
        }
    }

    /// An instant of 2025 to 2027; often exactly on a quarter of an hour, where openings and closings lie.
    private static func instant(_ generator: inout SeededGenerator) -> Instant {
        let seconds = Int64.random(in: 1_735_689_600..<1_830_297_600, using: &generator)
        return Bool.random(using: &generator)
            ? Instant(seconds: seconds / 900 * 900)
            : Instant(milliseconds: seconds * 1000 + Int64.random(in: 0..<1000, using: &generator))
    }

    /// Runs a law on many calendars and cases.
    private static func check(
        seed: UInt64, _ law: (BusinessCalendar, inout SeededGenerator, String) throws -> Void
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<40 {
            let calendar = try self.calendar(&generator)
            for each in 0..<(self.cases / 40) {
                try law(calendar, &generator, "seed \(seed), calendar \(number) \(calendar.id), case \(each)")
            }
        }
    }

    @Test(arguments: Self.seeds)
    func aLaterStartIsNeverDueEarlier(seed: UInt64) throws {
        try Self.check(seed: seed) { calendar, generator, name in
            let start = Self.instant(&generator)
            let later = start.advanced(byMilliseconds: Int64.random(in: 0...400_000_000, using: &generator))
            for unit in TimeSpan.Unit.allCases where !unit.isOddWhenClocksRepeatAnHour(calendar) {
                let span = TimeSpan(Int.random(in: 0...12, using: &generator), unit)
                let first = try calendar.due(from: start, span)
                let second = try calendar.due(from: later, span)
                #expect(first <= second, "\(name): \(span) from \(start) and \(later)")
                #expect(start <= first, "\(name): \(span) from \(start)")
            }
        }
    }

    @Test(arguments: Self.seeds)
    func addingAThenBIsAddingBoth(seed: UInt64) throws {
        try Self.check(seed: seed) { calendar, generator, name in
            let start = Self.instant(&generator)
            let (a, b) = (Int.random(in: 0...9, using: &generator), Int.random(in: 0...9, using: &generator))
            for unit in [TimeSpan.Unit.minutes, .hours, .businessMinutes, .businessHours, .businessDays] {
                let both = try calendar.due(from: start, TimeSpan(a + b, unit))
                let inTurn = try calendar.due(from: calendar.due(from: start, TimeSpan(a, unit)), TimeSpan(b, unit))
                #expect(both == inTurn, "\(name): \(a) + \(b) \(unit) from \(start)")
            }
        }
    }

    @Test(arguments: Self.seeds)
    func workingTimeAddedIsWorkingTimeMeasured(seed: UInt64) throws {
        try Self.check(seed: seed) { calendar, generator, name in
            let start = Self.instant(&generator)
            let amount = Int64.random(in: 0...400_000_000, using: &generator)
            let end = try calendar.add(workingMilliseconds: amount, to: start)
            #expect(calendar.workingMilliseconds(from: start, to: end) == amount, "\(name): \(amount) from \(start)")
            // One millisecond less is not enough: the end is the first instant with so much behind it.
            let before = calendar.workingMilliseconds(from: start, to: end.advanced(byMilliseconds: -1))
            #expect(amount == 0 || before == amount - 1, "\(name): \(amount) from \(start)")
        }
    }

    @Test(arguments: Self.seeds)
    func workingTimeAddsUpOverAnyInstantBetween(seed: UInt64) throws {
        try Self.check(seed: seed) { calendar, generator, name in
            let a = Self.instant(&generator)
            let b = a.advanced(bySeconds: Int64.random(in: -4_000_000...4_000_000, using: &generator))
            let c = a.advanced(bySeconds: Int64.random(in: -4_000_000...4_000_000, using: &generator))
            let direct = calendar.workingMilliseconds(from: a, to: c)
            let inTurn = calendar.workingMilliseconds(from: a, to: b) + calendar.workingMilliseconds(from: b, to: c)
            #expect(direct == inTurn, "\(name): \(a) \(b) \(c)")
        }
    }

    @Test(arguments: Self.seeds)
    func openMeansThatTheNextMillisecondIsWorkingTime(seed: UInt64) throws {
        try Self.check(seed: seed) { calendar, generator, name in
            let instant = Self.instant(&generator)
            let worked = calendar.workingMilliseconds(from: instant, to: instant.advanced(byMilliseconds: 1))
            #expect(calendar.isOpen(at: instant) == (worked == 1), "\(name): \(instant)")
            #expect(calendar.isOpen(at: try calendar.nextOpening(after: instant)), "\(name): \(instant)")
            let opening = try calendar.opening(atOrAfter: instant)
            #expect(calendar.workingMilliseconds(from: instant, to: opening) == 0, "\(name): \(instant)")
        }
    }
}

extension TimeSpan.Unit {
    /// Whether the unit keeps a local time that may come twice in the zone, so that order can turn around.
    fileprivate func isOddWhenClocksRepeatAnHour(_ calendar: BusinessCalendar) -> Bool {
        self == .days && !["UTC", "Asia/Karachi", "Asia/Phnom_Penh"].contains(calendar.zone.identifier)
    }
}
