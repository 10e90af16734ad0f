/// Who is told of what in the cases of one workflow, in which language and by what: a published definition (ADR 0016).
///
/// It stands beside the workflow and not in it, so that a change of it concerns open cases too.
package struct NotificationRules: Hashable, Sendable {
    /// How a case's own people are reached: the fields that say so.
    package struct Party: Hashable, Sendable {
        /// The sealed address.
        package let contact: FieldName
        /// The language they read.
        package let language: FieldName?
        /// Where it is false, nothing is sent.
        package let consent: FieldName?
        /// Where it is true, nothing is sent.
        package let anonymous: FieldName?
        package let medium: MessageMedium

        package init(
            contact: FieldName, language: FieldName? = nil, consent: FieldName? = nil, anonymous: FieldName? = nil,
            medium: MessageMedium = .sms
        ) {
            self.contact = contact
            self.language = language
            self.consent = consent
            self.anonymous = anonymous
            self.medium = medium
        }
    }

    /// The workflow that they are about, whose name is theirs too.
    package let workflow: String
    package let version: Int
    /// The language of officers, and of people in whose own there are no texts.
    package let language: String
    /// Nil where the case's own people are never written to.
    package let party: Party?
    package let officersBy: MessageMedium
    /// How long what officers are told is gathered into one message, in milliseconds; 0 for not at all.
    package let digest: Int64
    /// States in which the case's own people are not written to.
    package let silentIn: Set<StateName>
    /// In the order of the file: of two that tell the same person of one event, the first counts.
    package let rules: [NotificationRule]

    package init(
        workflow: String, version: Int, language: String, party: Party?,
        officersBy: MessageMedium = .email, digest: Int64 = 0, silentIn: Set<StateName> = [],
        rules: [NotificationRule]
    ) {
        self.workflow = workflow
        self.version = version
        self.language = language
        self.party = party
        self.officersBy = officersBy
        self.digest = digest
        self.silentIn = silentIn
        self.rules = rules
    }

    /// Whether any rule asks for an event, which costs less than to look for whom.
    package func concern(_ event: CaseEvent) -> Bool { self.rules.contains { $0.trigger.isMet(by: event) } }
}
