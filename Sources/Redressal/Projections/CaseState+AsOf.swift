extension CaseState {
    /// Where a case stood at an instant, as it was known at another.
    ///
    /// What is recorded late changes what is known of the past: both times are needed to say what somebody could have seen
    /// (valid time and transaction time, as temporal databases have them).
    ///
    /// - Parameters:
    ///   - timeline: The case's events in order.
    ///   - instant: Events that happened later, as claimed, are left out.
    ///   - known: Events recorded later are left out; nil takes all.
    /// - Returns: nil when the case was not open yet, or nothing of it was known.
    package init?(_ timeline: [TimelineEntry], at instant: Instant, known: Instant? = nil) {
        let seen = timeline.filter { entry in
            entry.record.occurred <= instant && known.map { entry.record.recorded <= $0 } ?? true
        }
        guard let first = seen.first else { return nil }
        self.init(opening: first.record, hash: first.hash)
        for entry in seen.dropFirst() { self.apply(entry.record, hash: entry.hash) }
    }
}
