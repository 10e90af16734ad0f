import Redressal

/// A date with a time of day as a source prints it, without a zone.
struct SourceDate: Hashable, Sendable {
    let date: CivilDate
    /// Seconds since 00:00 on the wall clock.
    let seconds: Int

    /// Reads `31/1/2022 09:30`, `31/01/2022 09:30:00` or `2022-01-31 09:30:00`, whichever the order says.
    init?(_ text: String, _ order: DateOrder) {
        let halves = text.split(separator: " ", omittingEmptySubsequences: false)
        guard halves.count == 2, let date = Self.date(halves[0], order), let seconds = Self.seconds(halves[1]) else {
            return nil
        }
        self.date = date
        self.seconds = seconds
    }

    /// The instant when a clock in UTC shows it.
    var inUTC: Instant { Instant(seconds: Int64(self.date.dayNumber) * 86_400 + Int64(self.seconds)) }

    /// The instant when a clock in a zone shows it; the first of two, or the clock change where it shows none.
    func instant(in zone: CalendarZone) -> Instant {
        guard let minute = TimeOfDay(hour: self.seconds / 3600, minute: self.seconds / 60 % 60) else {
            return self.inUTC
        }
        return zone.instant(on: self.date, at: minute).advanced(bySeconds: Int64(self.seconds % 60))
    }

    /// Reads a date alone.
    static func date(_ text: Substring, _ order: DateOrder) -> CivilDate? {
        let parts = text.split(separator: order.separator, omittingEmptySubsequences: false).map { Self.number($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
        switch order {
        case .yearFirst: return first < 1000 ? nil : CivilDate(year: first, month: second, day: third)
        case .dayFirst: return third < 1000 ? nil : CivilDate(year: third, month: second, day: first)
        case .monthFirst: return third < 1000 ? nil : CivilDate(year: third, month: first, day: second)
        }
    }

    /// Seconds of `09:30` or `09:30:15`.
    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Self.number(parts[0]),
            let minute = Self.number(parts[1]), let second = parts.count == 3 ? Self.number(parts[2]) : 0,
            hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// One to four digits.
    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count) else { return nil }
        var number = 0
        for digit in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }
}
