import Redressal

/// A moment in a case's history that somebody looks back to: an event, or an instant that they typed.
struct HistoryMoment: Sendable {
    static let parameters = ["event", "at", "known"]

    /// The number of the event that it is about: the one named, or the last that had happened.
    let seq: Int
    let instant: Instant
    /// By when it was known.
    let known: Instant

    /// - Parameters:
    ///   - timeline: The case's events in order, at least one.
    ///   - zone: The zone of times without one.
    /// - Throws: ``Problem`` for what is neither.
    init?(_ query: Query, _ timeline: [TimelineEntry], in zone: CalendarZone?) throws(Problem) {
        guard let last = timeline.last else { return nil }
        if let instant = try query.moment("at", in: zone) {
            self.instant = instant
            self.known = try query.moment("known", in: zone) ?? instant
            let known = self.known
            self.seq =
                timeline.last { $0.record.occurred <= instant && $0.record.recorded <= known }?.record.seq ?? 0
            return
        }
        let seq = try query.number("event", in: 1...Int.max)
        let entry = timeline.first { $0.record.seq == seq } ?? last
        self.seq = entry.record.seq
        self.instant = entry.record.occurred
        self.known = entry.record.recorded
    }
}

extension Query {
    /// An instant with a zone, or a local time such as `2026-04-10T09:30`, as forms have it.
    ///
    /// - Throws: ``Problem`` for anything else.
    func moment(_ name: String, in zone: CalendarZone?) throws(Problem) -> Instant? {
        if let instant = self.text(name).flatMap({ zone?.instant(typed: $0) }) { return instant }
        return try self.instant(name)
    }

    /// A day such as `2026-04-10`, as forms have it: the instant at which it begins.
    ///
    /// - Parameters:
    ///   - zone: Where the day begins; nil is UTC, for who sits in no office.
    ///   - days: So many days later.
    /// - Throws: ``Problem`` for anything but a day or an instant.
    func day(_ name: String, in zone: CalendarZone?, plus days: Int = 0) throws(Problem) -> Instant? {
        if let day = self.text(name).flatMap({ CivilDate($0) })?.adding(days: days) {
            return zone?.start(of: day) ?? Instant(seconds: Int64(day.dayNumber) * 86_400)
        }
        return try self.instant(name)
    }
}
