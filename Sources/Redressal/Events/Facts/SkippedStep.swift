/// A step of the ladder that nobody could take.
package struct SkippedStep: Hashable, Sendable, Codable {
    package enum Reason: String, Sendable, Codable {
        case noPost = "no_post"
        case noHolder = "no_holder"
        case absent
        case conflict
        case samePerson = "same_person"
        /// Missed during downtime, and the ladder says to go on without it.
        case missed
    }

    package let level: Int
    package let role: String
    package let post: String?
    package let reason: Reason

    package init(level: Int, role: String, post: String?, reason: Reason) {
        self.level = level
        self.role = role
        self.post = post
        self.reason = reason
    }
}
