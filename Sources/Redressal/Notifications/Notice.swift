/// That somebody is to be told of an event: what the outbox keeps until it is sent.
///
/// It holds no text, no address and nothing that the case says.
package struct Notice: Hashable, Sendable {
    /// Follows from event, recipient and medium: the same event read again is the same notice.
    package let id: String
    package let `case`: CaseID
    /// The number of the event within its case.
    package let seq: Int
    package let recipient: MessageRecipient
    package let medium: MessageMedium
    package let template: String
    /// Whether it goes out by itself and at any hour.
    package let isUrgent: Bool
    /// The first instant to send it.
    package let after: Instant

    package init(
        case id: CaseID, seq: Int, event: EventHash, recipient: MessageRecipient, medium: MessageMedium,
        template: String, isUrgent: Bool, after: Instant
    ) {
        self.id = DerivedID.uuid("notice", event.description, recipient.description, medium.rawValue)
        self.case = id
        self.seq = seq
        self.recipient = recipient
        self.medium = medium
        self.template = template
        self.isUrgent = isUrgent
        self.after = after
    }

    /// Notices of one bundle that are due together go out as one message: an officer's digest, or the notice alone.
    package var bundle: String {
        self.recipient.isOfficer && !self.isUrgent ? "\(self.medium.rawValue) \(self.recipient)" : self.id
    }
}
