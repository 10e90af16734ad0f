import Redressal

/// Notices that go out as one message.
struct OutboxBundle: Sendable {
    /// One notice that waits.
    struct Item: Sendable {
        let id: String
        let `case`: CaseID
        let recipient: MessageRecipient
        let template: String
        let isUrgent: Bool
        /// How often it has been claimed, this time too.
        let attempts: Int
        /// When it could first go out, or should have been tried again.
        let due: Instant
    }

    /// What gateways know the message by.
    let delivery: String
    let medium: MessageMedium
    let items: [Item]

    /// Whether it may have gone out before.
    var isRepeated: Bool { self.items.contains { $0.attempts > 1 } }
}
