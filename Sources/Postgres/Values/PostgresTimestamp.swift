/// A `timestamptz`, in milliseconds since 1970-01-01T00:00:00Z.
package struct PostgresTimestamp: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z; microseconds are cut off when read.
    package var milliseconds: Int64

    /// Makes a timestamp from milliseconds since 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The text form that PostgreSQL reads, such as `2024-02-29 23:59:59.123+00`; years before 1 are written `… BC`.
    var text: String {
        let (days, time) = self.milliseconds.quotientAndModulus(dividingBy: 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let year = date.year > 0 ? date.year : 1 - date.year
        let clock = "\(pad(time / 3_600_000, 2)):\(pad(time / 60_000 % 60, 2)):\(pad(time / 1000 % 60, 2))"
        let day = "\(pad(year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))"
        return "\(day) \(clock).\(pad(time % 1000, 3))+00\(date.year > 0 ? "" : " BC")"
    }

    /// The binary form: microseconds since 2000-01-01T00:00:00Z, a number that stands for no moment when it is out of range.
    var binaryFormat: Int64 {
        let (microseconds, overflow) = (self.milliseconds &- 946_684_800_000).multipliedReportingOverflow(by: 1000)
        // What PostgreSQL calls infinity: no moment before or after it can be written.
        guard !overflow, self.milliseconds > .min / 2 else { return self.milliseconds < 0 ? .min : .max }
        return microseconds
    }

    /// Reads what a session with `TimeZone=UTC` and `DateStyle=ISO` writes, or nil for anything else.
    init?(text: String) {
        let isBeforeChrist = text.hasSuffix(" BC")
        let parts = text.split { !$0.isNumber }
        guard text.contains("+00"), (7...8).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count else { return nil }
        let fraction = numbers.count == 8 ? (parts[6] + "000").prefix(3) : "0"
        let year = isBeforeChrist ? 1 - numbers[0] : numbers[0]
        let days = CivilDate(year: year, month: numbers[1], day: numbers[2]).daysSince1970
        let seconds = days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
        self.milliseconds = seconds * 1000 + (Int64(fraction) ?? 0)
    }
}

extension Int64 {
    /// Division that rounds down, so that the remainder is never negative.
    fileprivate func quotientAndModulus(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = self.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// Writes a number with leading zeros.
private func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
