/// A case in which a rule's steps are so that it may be broken; whether a span is over, a calendar has to tell.
package struct AuditSuspect: Hashable, Sendable {
    package let id: CaseID
    package let reference: String
    package let workflow: String
    package let office: String
    /// The account that it is about, when it is about one.
    package let account: String?
    /// Since when the rule may be broken: the instant from which a span counts.
    package let since: Instant
    /// When that was over; nil while it goes on.
    package let until: Instant?

    package init(
        id: CaseID, reference: String, workflow: String, office: String, account: String? = nil, since: Instant,
        until: Instant? = nil
    ) {
        self.id = id
        self.reference = reference
        self.workflow = workflow
        self.office = office
        self.account = account
        self.since = since
        self.until = until
    }
}

extension AuditSuspect: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id = "case"
        case reference, workflow, office, account, since, until
    }
}
