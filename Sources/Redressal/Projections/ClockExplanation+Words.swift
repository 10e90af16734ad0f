extension ClockExplanation {
    /// `5 working days on calendar kp-6day v1`, `21 days by the clock`; for a target that the case holds in a field what that
    /// says: `until 2026-11-01 (planned_end)`.
    func words(target: String, on calendar: CalendarReference) -> String {
        if target.hasPrefix("$") {
            let name = String(target.dropFirst())
            return self.fields[name]?.text.map { "until \($0) (\(name))" } ?? "until \(name)"
        }
        guard let span = TimeSpan(target) else { return target }
        let words = "\(span.amount) \(span.unit.words)" + (span.amount == 1 ? "" : "s")
        return span.unit.isBusiness ? "\(words) on calendar \(calendar)" : "\(words) by the clock"
    }

    static func words(_ actor: Actor) -> String { "\(actor.user) (\(actor.role))" }

    static func words(_ reason: ClockMoved.Reason) -> String {
        switch reason {
        case .extended: "extended"
        case .recomputed: "computed anew on a new calendar"
        case .retargeted: "moved because the severity, office or date changed"
        }
    }

    /// `3 d 4 h 5 min`, leaving out what is zero.
    static func words(_ milliseconds: Int64) -> String {
        let minutes = milliseconds / 60_000
        let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let words = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
        return words.isEmpty ? "less than a minute" : words
    }
}

extension TimeSpan.Unit {
    /// One of them, for people.
    fileprivate var words: String {
        switch self {
        case .minutes: "minute"
        case .hours: "hour"
        case .days: "day"
        case .businessMinutes: "working minute"
        case .businessHours: "working hour"
        case .businessDays: "working day"
        }
    }
}

extension SkippedStep.Reason {
    /// For people.
    package var words: String {
        switch self {
        case .noPost: "no such post"
        case .noHolder: "nobody holds the post"
        case .absent: "the holder is away"
        case .conflict: "conflict of interest"
        case .samePerson: "the same person has it already"
        case .missed: "its time passed during downtime"
        }
    }
}
