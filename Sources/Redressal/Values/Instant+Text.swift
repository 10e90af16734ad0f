extension Instant: CustomStringConvertible {
    private static let millisecondsOfDay: Int64 = 86_400_000
    /// The years 0 to 9999: what four digits of a year can show.
    private static let writable: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    /// ISO 8601 in UTC with milliseconds: `2026-04-10T02:30:00.000Z`.
    ///
    /// Written in whole numbers: Foundation's styles go through `Double` and lose a millisecond now and then. An instant
    /// outside the years 0 to 9999 is shown as the nearest inside.
    package var description: String {
        let milliseconds = min(max(self.milliseconds, Self.writable.lowerBound), Self.writable.upperBound)
        let day = milliseconds.quotientRoundedDown(by: Self.millisecondsOfDay)
        let rest = Int(milliseconds - day * Self.millisecondsOfDay)
        let date = CivilDate(dayNumber: Int(day)).parts
        var text: [UInt8] = []
        text.reserveCapacity(24)
        func add(_ number: Int, _ width: Int, _ end: Unicode.Scalar) {
            var divisor = 1
            for _ in 1..<width { divisor *= 10 }
            while divisor > 0 {
                text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
            text.append(UInt8(ascii: end))
        }
        add(date.year, 4, "-")
        add(date.month, 2, "-")
        add(date.day, 2, "T")
        add(rest / 3_600_000, 2, ":")
        add(rest / 60_000 % 60, 2, ":")
        add(rest / 1000 % 60, 2, ".")
        add(rest % 1000, 3, "Z")
        return String(decoding: text, as: UTF8.self)
    }
}

extension Instant: LosslessStringConvertible {
    /// Reads ISO 8601 of the years 0 to 9999 with a zone (`Z`, `+07:00`, `+0700` or `+07`), with or without a fraction
    /// of a second, of which whole milliseconds count.
    package init?(_ text: String) {
        var reader = InstantReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T"), let hour = reader.number(2), reader.skip(":"),
            let minute = reader.number(2), reader.skip(":"), let second = reader.number(2),
            let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd,
            let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60
        else { return nil }
        let local = Int64((hour * 60 + minute) * 60 + second) * 1000 + Int64(fraction)
        let milliseconds = Int64(date.dayNumber) * Self.millisecondsOfDay + local - Int64(offset) * 60_000
        guard Self.writable.contains(milliseconds) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
