/// A seat of an office; its holder changes, the post stays.
package struct Post: Hashable, Sendable, Codable {
    package let id: String
    package let office: String
    /// The roles that come with it.
    package let roles: [String]

    package init(id: String, office: String, roles: [String]) {
        self.id = id
        self.office = office
        self.roles = roles
    }
}
