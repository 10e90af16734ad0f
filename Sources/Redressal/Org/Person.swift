/// An account, with what guards ask of it; names and numbers are kept elsewhere, sealed.
package struct Person: Hashable, Sendable, Codable {
    package let id: String
    /// Roles held without a post, such as `complainant` or `importer`.
    package let roles: [String]
    /// Courses passed.
    package let courses: [String]
    /// Accounts of declared relatives.
    package let relatives: [String]

    package init(id: String, roles: [String] = [], courses: [String] = [], relatives: [String] = []) {
        self.id = id
        self.roles = roles
        self.courses = courses
        self.relatives = relatives
    }
}
