@testable import Redressal

extension FuzzTarget {
    /// Calendars and programmes, told apart by their kind: what is accepted can be counted by.
    static let calendar = FuzzTarget("calendar") { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        if text.contains("kind: programme") {
            try Self.checkProgramme(text)
        } else {
            try Self.checkCalendar(text)
        }
    }

    private static func checkProgramme(_ text: String) throws {
        let reading = ProgrammeReader.read(text, file: "fuzz.yaml")
        try Findings.check(reading.findings, in: text)
        try require((reading.programme == nil) == reading.findings.hasErrors, "expected a programme or errors")
        guard let programme = reading.programme else { return }
        let org = OrgDirectory([programme])
        try require(
            Set(org.officeIDs) == Set(programme.offices.map(\.id)), "expected every office of the programme to be known"
        )
    }

    private static func checkCalendar(_ text: String) throws {
        let reading = CalendarReader.read(text, file: "fuzz.yaml")
        try Findings.check(reading.findings, in: text)
        try require((reading.calendar == nil) == reading.findings.hasErrors, "expected a calendar or errors")
        guard let calendar = reading.calendar else { return }
        try RoundTrip.json(calendar)
        for start in [Instant(seconds: 0), Instant(seconds: 1_775_000_000), Instant(seconds: 1_775_040_123)] {
            try Self.checkDueDates(on: calendar, from: start)
        }
    }

    private static func checkDueDates(on calendar: BusinessCalendar, from start: Instant) throws {
        for unit in TimeSpan.Unit.allCases {
            let dues = [1, 2, 7].compactMap { try? calendar.due(from: start, TimeSpan($0, unit)) }
            try require(dues == dues.sorted(), "expected longer spans of \(unit) to end later but found \(dues)")
            try require(dues.allSatisfy { $0 >= start }, "expected due instants after \(start) but found \(dues)")
        }
        if let opening = try? calendar.opening(atOrAfter: start) {
            try require(calendar.isOpen(at: opening), "expected the office to be open at \(opening)")
            let end = opening.advanced(bySeconds: 40 * 86_400)
            let working = calendar.workingMilliseconds(from: opening, to: end)
            try require(
                (0...opening.milliseconds(to: end)).contains(working), "expected working time within all time")
            try require(
                calendar.explain(from: opening, to: end).count < 10_000, "expected notes that someone can read")
        }
    }
}
