import Redressal

/// How much time is left until a due instant, by the wall clock.
enum TimeLeft {
    /// `3 d 4 h`, `25 min`, `overdue 2 d`; `–` where nothing is due.
    static func text(until due: Instant?, at now: Instant) -> String {
        guard let due else { return "–" }
        let left = now.milliseconds(to: due)
        return left < 0 ? "overdue \(self.words(-left))" : self.words(left)
    }

    /// The largest unit there is and the one below it, without what is zero.
    private static func words(_ milliseconds: Int64) -> String {
        let minutes = milliseconds / 60_000
        let units = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let words = units.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "< 1 min" : words.joined(separator: " ")
    }
}
