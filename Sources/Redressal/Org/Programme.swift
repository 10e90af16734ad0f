/// One version of a programme's reference data: offices, posts, who holds them, and who is away.
package struct Programme: Hashable, Sendable, Codable {
    package let name: String
    package let version: Int
    package let offices: [Office]
    package let posts: [Post]
    package let holdings: [Holding]
    package let absences: [Absence]
    package let people: [Person]
    /// What it publishes for Open311; nil for nothing.
    package let open311: Open311Jurisdiction?

    package init(
        name: String, version: Int, offices: [Office], posts: [Post], holdings: [Holding], absences: [Absence],
        people: [Person], open311: Open311Jurisdiction? = nil
    ) {
        self.name = name
        self.version = version
        self.offices = offices
        self.posts = posts
        self.holdings = holdings
        self.absences = absences
        self.people = people
        self.open311 = open311
    }
}
