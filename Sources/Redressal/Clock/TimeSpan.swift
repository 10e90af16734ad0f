/// A length of time as workflow definitions write it: `30m`, `4h`, `3d` by the wall clock, `4bh`, `5bd` by a calendar.
package struct TimeSpan: Hashable, Sendable {
    /// What a span counts.
    package enum Unit: String, Sendable, CaseIterable {
        /// 60 seconds by the wall clock.
        case minutes = "m"
        /// 3600 seconds by the wall clock.
        case hours = "h"
        /// Calendar days: the same local time of day, so many days later.
        case days = "d"
        /// Minutes within the calendar's working hours.
        case businessMinutes = "bm"
        /// Hours within the calendar's working hours.
        case businessHours = "bh"
        /// Working days of the calendar; the day of the start is not counted.
        case businessDays = "bd"

        /// The length of one, a day taken as 24 hours.
        fileprivate var minutes: Int {
            switch self {
            case .minutes, .businessMinutes: 1
            case .hours, .businessHours: 60
            case .days, .businessDays: 24 * 60
            }
        }

        /// Whether the unit needs a calendar's working hours and holidays.
        package var isBusiness: Bool {
            switch self {
            case .minutes, .hours, .days: false
            case .businessMinutes, .businessHours, .businessDays: true
            }
        }
    }

    /// How many of the unit; never negative.
    package let amount: Int
    package let unit: Unit

    package init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// How long it is where there is no calendar, a day taken as 24 hours.
    package var wallMinutes: Int { self.amount * self.unit.minutes }
}

extension TimeSpan: CustomStringConvertible, LosslessStringConvertible, Codable {
    package var description: String { "\(self.amount)\(self.unit.rawValue)" }

    /// The longest span: a hundred years.
    ///
    /// Nobody waits longer, and what falls due after the year 9999 cannot be written.
    package static let longestInMinutes = 100 * 366 * 24 * 60

    /// Reads an amount of at most seven digits and a unit, with nothing between or around them, up to a hundred years.
    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 7, let amount = Int(digits),
            let unit = Unit(rawValue: String(text.dropFirst(digits.count))),
            amount * unit.minutes <= Self.longestInMinutes
        else { return nil }
        self.init(amount, unit)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let span = TimeSpan(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a span such as 30m, 4h, 3d, 4bh or 5bd but found '\(text)'")
        }
        self = span
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
