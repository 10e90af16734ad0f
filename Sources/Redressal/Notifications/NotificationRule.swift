/// One line of who is told of what.
package struct NotificationRule: Hashable, Sendable {
    /// Who is told.
    package enum Audience: Hashable, Sendable {
        /// The case's own people.
        case party
        /// Whoever holds the case.
        case holder
        /// Whom an escalation was raised to.
        case raised
        /// Every post of a role, or the post of that name, in the case's office or the nearest above that has one.
        case role(String)
    }

    package let trigger: NotificationTrigger
    package let audience: Audience
    /// The text's name in every language.
    package let template: String
    /// Whether officers get it by itself, without waiting for a digest and without regard to quiet hours.
    package let isUrgent: Bool

    package init(_ trigger: NotificationTrigger, tell audience: Audience, template: String, isUrgent: Bool = false) {
        self.trigger = trigger
        self.audience = audience
        self.template = template
        self.isUrgent = isUrgent
    }
}
