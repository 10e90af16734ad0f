/// Which cases an auditor draws a sample of.
package struct SampleQuestion: Hashable, Sendable {
    package let scope: AuditScope
    /// What the draw depends on: the same seed draws the same cases again.
    package let seed: String
    /// How many cases of each office.
    package let perOffice: Int
    package var workflow: String?
    /// Cases opened from this instant on.
    package var from: Instant?
    /// Cases opened before this instant.
    package var to: Instant?

    /// The most cases of an office that are drawn.
    package static let mostPerOffice = 200

    package init(
        _ scope: AuditScope, seed: String, perOffice: Int, workflow: String? = nil, from: Instant? = nil,
        to: Instant? = nil
    ) {
        self.scope = scope
        self.seed = seed
        self.perOffice = perOffice
        self.workflow = workflow
        self.from = from
        self.to = to
    }
}

/// A case that was drawn.
package struct SampledCase: Hashable, Sendable {
    package let id: CaseID
    package let reference: String
    package let workflow: String
    package let office: String
    package let state: String
    package let opened: Instant
    package let closed: Instant?
    /// Of how many cases of its office it was drawn.
    package let stratum: Int

    package init(
        id: CaseID, reference: String, workflow: String, office: String, state: String, opened: Instant,
        closed: Instant?, stratum: Int
    ) {
        self.id = id
        self.reference = reference
        self.workflow = workflow
        self.office = office
        self.state = state
        self.opened = opened
        self.closed = closed
        self.stratum = stratum
    }
}
