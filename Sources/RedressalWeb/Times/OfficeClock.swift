import Foundation
import Redressal

/// Says times as the wall clock of an office shows them, in the reader's language.
struct OfficeClock: Sendable {
    private let calendar: BusinessCalendar?
    private let speech: Speech
    private let now: Instant

    /// - Parameter office: Whose calendar tells the zone and the working hours; UTC, all day, for an unknown one.
    init(_ office: String, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant) {
        self.calendar = catalog.org.office(office).flatMap { catalog.calendar($0.calendar) }
        self.speech = speech
        self.now = now
    }

    var zoneName: String { self.calendar?.zone.identifier ?? "UTC" }

    /// `Thursday 26 Nov 12:00`, with the year where it is another.
    func text(_ instant: Instant) -> String {
        let year = Calendar(identifier: .gregorian)
        let isSameYear = year.component(.year, from: instant.date) == year.component(.year, from: self.now.date)
        var style = Date.FormatStyle(locale: self.locale, timeZone: self.zone).weekday(.abbreviated).day().month(
            .abbreviated)
        if !isSameYear { style = style.year() }
        return "\(instant.date.formatted(style)), \(self.time(of: instant))"
    }

    /// `Thu, 26 Nov 2026`.
    func text(_ day: CivilDate) -> String {
        let style = Date.FormatStyle(locale: self.locale, timeZone: .gmt).weekday(.abbreviated).day()
            .month(.abbreviated).year()
        return Instant(seconds: Int64(day.dayNumber) * 86_400).date.formatted(style)
    }

    /// `due Thursday 12:00, 3 working hours left`, or since when it is overdue.
    func due(_ due: Instant) -> String {
        let left = self.left(until: due)
        let when = left.days < 6 && !left.isOver ? self.nearby(due) : self.text(due)
        return self.speech(left.isOver ? "due.over" : "due.left", ["when": when, "time": self.words(left)])
    }

    /// A text with the instants that stand in it as words shown in the same way.
    func localised(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { word in Instant(String(word)).map { self.text($0) } ?? String(word) }
            .joined(separator: " ")
    }

    func left(until due: Instant) -> WorkingTimeLeft {
        guard let calendar else {
            let between = self.now.milliseconds(to: due)
            return WorkingTimeLeft(
                isOver: between < 0, milliseconds: Int64(between.magnitude), days: Int(between.magnitude / 86_400_000))
        }
        return calendar.timeLeft(from: self.now, to: due)
    }

    /// The largest unit that says something: days, hours or minutes of working time.
    private func words(_ left: WorkingTimeLeft) -> String {
        let minutes = Int(left.milliseconds / 60_000)
        if left.days > 1 { return self.speech("due.days", count: left.days) }
        if minutes >= 60 { return self.speech("due.hours", count: minutes / 60) }
        return self.speech("due.minutes", count: minutes)
    }

    private func nearby(_ instant: Instant) -> String {
        let style = Date.FormatStyle(locale: self.locale, timeZone: self.zone).weekday(.wide)
        return "\(instant.date.formatted(style)) \(self.time(of: instant))"
    }

    /// Counted to 24 in every language: some have clocks of twelve hours by custom, and without its half of the day a time says nothing.
    private func time(of instant: Instant) -> String {
        let style = Date.VerbatimFormatStyle(
            format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
            locale: self.locale, timeZone: self.zone, calendar: Calendar(identifier: .gregorian))
        return instant.date.formatted(style)
    }

    /// British English has the day before the month, as offices here do; numbers and years are written as in the rest of the page.
    private var locale: Locale {
        let language = self.speech.language == "en" ? "en_GB" : self.speech.language
        return Locale(identifier: "\(language)@calendar=gregorian;numbers=latn")
    }

    private var zone: TimeZone { TimeZone(identifier: self.zoneName) ?? .gmt }
}
