@testable import Redressal
@testable import RedressalRuntime

extension FuzzTarget {
    /// Small texts: dates, times, spans and numbers read back from how they are written.
    static let text = FuzzTarget("text") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        try RoundTrip.text(Instant.self, text)
        try RoundTrip.text(CivilDate.self, text)
        try RoundTrip.text(TimeOfDay.self, text)
        try Self.checkOneForm(TimerID(text).map(\.description), text)
        try Self.checkOneForm(Percent(text).map(\.description), text)
        try Self.checkSpan(text)
        try Self.checkSourceDates(text)
        try Self.checkReferences(text)
    }

    /// What has only one form is written as it was read.
    private static func checkOneForm(_ description: String?, _ text: String) throws {
        guard let description else { return }
        try require(Array(description.utf8) == Array(text.utf8), "expected '\(description)' but '\(text)' was taken")
    }

    /// A deadline is an instant that the log can write.
    private static func checkSpan(_ text: String) throws {
        try RoundTrip.text(TimeSpan.self, text)
        guard let span = TimeSpan(text), let calendar = FuzzCalendar.always else { return }
        for start in [Instant(seconds: 0), Instant(seconds: 1_775_000_000)] {
            guard let due = try? calendar.due(from: start, span) else { continue }
            try require(due >= start, "expected \(span) after \(start) but found \(due)")
            try require(
                Instant(due.description) == due, "expected \(span) after \(start) to be an instant that can be written")
        }
    }

    private static func checkSourceDates(_ text: String) throws {
        guard let zone = FuzzCalendar.always?.zone else { return }
        for order in DateOrder.allCases {
            guard let date = SourceDate(text, order) else { continue }
            try require((0..<86_400).contains(date.seconds), "expected a time of day but found \(date.seconds) s")
            try require(
                Instant(date.instant(in: zone).description) == date.instant(in: zone),
                "expected '\(text)' to be an instant that can be written")
        }
    }

    private static func checkReferences(_ text: String) throws {
        if let reference = TrackingReference.normalised(text) {
            try require(
                TrackingReference.normalised(reference) == reference,
                "expected '\(reference)' to be its own normal form")
        }
        if let bytes = Hex.decode(text) {
            try Self.checkOneForm(Hex.encode(bytes), text)
        }
    }
}
