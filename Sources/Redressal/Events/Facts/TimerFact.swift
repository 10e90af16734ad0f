/// A timer as an event arms it: what is to happen at an absolute instant.
package struct TimerFact: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// A share of the time is used up.
        case reminder
        /// The deadline itself.
        case breach
        /// The next step of the ladder after a breach.
        case escalation
        /// A pause has lasted as long as it may.
        case pauseCap = "pause_cap"
    }

    package let kind: Kind
    package let due: Instant
    /// The percentage for a reminder, the level for an escalation, otherwise absent.
    package let mark: Int?

    package init(_ kind: Kind, due: Instant, mark: Int? = nil) {
        self.kind = kind
        self.due = due
        self.mark = mark
    }
}
