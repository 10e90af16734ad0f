/// Who asks for an action.
package struct GuardActor: Hashable, Sendable {
    package let user: String
    /// The role they act in.
    package let role: Role
    /// The office their post belongs to; empty for people without one, such as complainants.
    package let office: String

    package init(user: String, role: Role, office: String = "") {
        self.user = user
        self.role = role
        self.office = office
    }
}
