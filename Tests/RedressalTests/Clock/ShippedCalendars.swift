import Foundation
import Redressal
import Testing

/// The calendars of `workflows/calendars/`, read as anyone would read them.
enum ShippedCalendars {
    static let ids = ["kp-5day", "kp-6day", "kp-health-24x7", "kh-gov", "wall", "boston"]

    /// The calendar with an id; a finding of the reader fails the test.
    static func calendar(_ id: String) throws -> BusinessCalendar {
        let file = "workflows/calendars/\(id).yaml"
        let text = try String(contentsOf: self.root.appending(path: file), encoding: .utf8)
        let reading = CalendarReader.read(text, file: file)
        #expect(reading.findings == [])
        return try #require(reading.calendar)
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

extension BusinessCalendar {
    /// The instant of a local time such as `2026-04-10 15:00` or `2026-04-10 15:00:30`, as Foundation resolves it.
    func local(_ text: String) throws -> Instant {
        let numbers = text.split { "- :".contains($0) }.compactMap { Int($0) }
        try #require(numbers.count >= 5)
        var gregorian = Foundation.Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(identifier: self.zone.identifier))
        let parts = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
            second: numbers.count > 5 ? numbers[5] : 0)
        return Instant(try #require(gregorian.date(from: parts)))
    }

    /// The due instant of a span written as in a workflow, such as `5bd`.
    func due(from start: Instant, _ span: String) throws -> Instant {
        try self.due(from: start, try #require(TimeSpan(span)))
    }
}
