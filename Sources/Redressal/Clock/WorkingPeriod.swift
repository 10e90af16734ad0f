/// A stretch of working time within one day: open from `opens`, closed again at `closes`.
package struct WorkingPeriod: Hashable, Sendable {
    package let opens: TimeOfDay
    /// Later than `opens`; 24:00 is the end of the day.
    package let closes: TimeOfDay

    /// - Throws: `malformedPeriod` when the period has no length or runs past midnight.
    package init(opens: TimeOfDay, closes: TimeOfDay) throws(CalendarError) {
        let text = "\(opens)-\(closes)"
        guard opens != closes else {
            throw .malformedPeriod(text, expected: "a closing time later than the opening time")
        }
        guard opens < closes else {
            throw .malformedPeriod(
                text, expected: "a period within one day; write hours past midnight as two, one ending at 24:00")
        }
        self.opens = opens
        self.closes = closes
    }

    /// Reads `09:00-13:00`.
    ///
    /// - Throws: `malformedPeriod` when the text is not two times or they are out of order.
    package init(_ text: String) throws(CalendarError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let opens = TimeOfDay(parts[0]), let closes = TimeOfDay(parts[1]) else {
            throw .malformedPeriod(text, expected: "two times from 00:00 to 24:00 such as 09:00-13:00")
        }
        try self.init(opens: opens, closes: closes)
    }
}

extension WorkingPeriod: CustomStringConvertible, Codable {
    package var description: String { "\(self.opens)-\(self.closes)" }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
