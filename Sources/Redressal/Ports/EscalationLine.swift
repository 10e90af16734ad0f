/// A duty that a ladder gave to somebody, with where its case stands.
package struct EscalationLine: Hashable, Sendable, Codable {
    package let id: CaseID
    /// The number of the event that raised it.
    package let seq: Int
    package let reference: String
    package let workflow: String
    package let state: String
    /// The case's office.
    package let office: String
    package let clock: String
    package let level: Int
    package let ladder: String
    package let role: String
    package let post: String
    /// The account that sat in the post then.
    package let holder: String
    /// The deadline that was missed.
    package let due: Instant
    package let raised: Instant
    package let acknowledged: Instant?
    /// When the clock stopped.
    package let ended: Instant?
    /// Who was passed over, and why.
    package let skipped: [SkippedStep]

    package init(
        id: CaseID, seq: Int, reference: String, workflow: String, state: String, office: String, clock: String,
        level: Int, ladder: String, role: String, post: String, holder: String, due: Instant, raised: Instant,
        acknowledged: Instant?, ended: Instant?, skipped: [SkippedStep]
    ) {
        self.id = id
        self.seq = seq
        self.reference = reference
        self.workflow = workflow
        self.state = state
        self.office = office
        self.clock = clock
        self.level = level
        self.ladder = ladder
        self.role = role
        self.post = post
        self.holder = holder
        self.due = due
        self.raised = raised
        self.acknowledged = acknowledged
        self.ended = ended
        self.skipped = skipped
    }

    private enum CodingKeys: String, CodingKey {
        case id = "case"
        case seq, reference, workflow, state, office, clock, level, ladder, role, post, holder, due, raised
        case acknowledged, ended, skipped
    }
}
