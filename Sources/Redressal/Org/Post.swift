/// A seat of an office; its holder changes, the post stays.
package struct Post: Hashable, Sendable, Codable {
    package let id: String
    package let office: String
    /// The roles that come with it.
    package let roles: [String]
    /// The offices that its roles reach, each with all below it: the seat's own unless the programme says otherwise.
    package let covers: [String]

    /// - Parameter covers: Empty for the seat's own office.
    package init(id: String, office: String, roles: [String], covers: [String] = []) {
        self.id = id
        self.office = office
        self.roles = roles
        self.covers = covers.isEmpty ? [office] : covers
    }
}
