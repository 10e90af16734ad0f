import Foundation

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Whole milliseconds keep facts exact: the same instant has one text, one JSON form and one hash on every machine.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Rounds a Foundation date to the nearest millisecond.
    package init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    package init(seconds: Int64) { self.init(milliseconds: seconds * 1000) }

    package var date: Date { Date(timeIntervalSince1970: Double(self.milliseconds) / 1000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// This instant moved by a number of milliseconds.
    package func advanced(byMilliseconds milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// This instant moved by a number of seconds.
    package func advanced(bySeconds seconds: Int64) -> Instant { self.advanced(byMilliseconds: seconds * 1000) }

    /// Milliseconds from this instant to the other; negative when the other is earlier.
    package func milliseconds(to other: Instant) -> Int64 { other.milliseconds - self.milliseconds }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected an ISO 8601 instant with a zone but found '\(text)'")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
