/// A time on the office's wall clock, in whole minutes from 00:00 to 24:00.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since 00:00, 0 to 1440; 1440 is 24:00, the end of the day.
    package let minutes: Int

    /// Makes a time of an hour and a minute, or nothing when the clock does not show it.
    package init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        self.minutes = hour * 60 + minute
    }

    /// Milliseconds since 00:00 on the wall clock.
    var milliseconds: Int64 { Int64(self.minutes) * 60_000 }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible, LosslessStringConvertible {
    /// `08:30`.
    package var description: String {
        let (hour, minute) = self.minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
    }

    /// Reads `08:30`: two digits, a colon, two digits.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2], text.allSatisfy({ $0 == ":" || ($0.isASCII && $0.isNumber) }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }
}
