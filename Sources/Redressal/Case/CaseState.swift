/// Where one case stands: the fold of its events.
package struct CaseState: Hashable, Sendable, Codable {
    package let id: CaseID
    package var workflow: WorkflowPin
    package var reference: String
    package var state: String
    /// The state before the present one, to which an answered question returns.
    package var previous: String?
    package var office: String
    package var severity: String?
    package var assignee: Assignee?
    package var fields: [String: FieldValue]
    package var opened: Instant
    /// When the present state was entered, as claimed.
    package var since: Instant
    /// When it reached the final state it stands in; nil while it is open.
    package var closed: Instant?
    /// When it last reached a final state, reopened since or not.
    package var lastClosed: Instant?
    /// When anything last happened, as claimed.
    package var touched: Instant
    package var reopened: Int
    package var reassigned: Int
    /// How often each action was done and each result happened.
    package var counts: [String: Int]
    /// Who last did each action.
    package var doers: [String: String]
    /// Who has acted in each role.
    package var actors: [String: [String]]
    /// What was approved since the present state was entered, and by whom.
    package var approvals: [Approval]
    package var clocks: [ClockName: ClockState]
    package var timers: [ArmedTimer]
    package var links: [Link]
    /// The case that spawned this one.
    package var parent: CaseLink?
    package var orphaned: Bool
    /// Whether its timers wait for its own commands instead of the wall clock.
    package var historical: Bool
    /// The number of arming so far; the next timer's generation is one more.
    package var generation: Int
    package var seq: Int
    package var head: EventHash

    /// A tie and the other case's state as far as known.
    package struct Link: Hashable, Sendable, Codable {
        package let link: CaseLink
        package let state: String?
    }

    /// One person's consent to an action that needs a second one.
    package struct Approval: Hashable, Sendable, Codable {
        package let action: String
        package let role: String
        package let user: String
    }

    /// The highest ladder level now raised; zero when nothing is escalated.
    package var escalationLevel: Int { self.clocks.values.map(\.level).max() ?? 0 }

    /// The earliest due instant of the running clocks.
    package var due: Instant? { self.clocks.values.filter { $0.pause == nil }.map(\.due).min() }

    /// Whether any running clock has breached.
    package var isBreached: Bool { self.clocks.values.contains(where: \.breached) }
}
