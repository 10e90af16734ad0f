/// Who holds a case: a person, a seat, or a seat whose holder is known.
package struct Assignee: Hashable, Sendable, Codable {
    package let user: String?
    package let post: String?

    package init(user: String? = nil, post: String? = nil) {
        self.user = user
        self.post = post
    }

    /// One text for lists: the person when known, else the seat.
    package var label: String { self.user ?? self.post ?? "" }
}
