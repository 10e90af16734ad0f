/// A time in which a person cannot act, such as leave.
package struct Absence: Hashable, Sendable, Codable {
    package let user: String
    package let from: Instant
    /// The first instant at which the person is back; nil while nobody knows.
    package let to: Instant?
    /// Who stands in for the person, in all their posts, as long as they are away; nil for nobody.
    package let deputy: String?

    package init(user: String, from: Instant, to: Instant?, deputy: String? = nil) {
        self.user = user
        self.from = from
        self.to = to
        self.deputy = deputy
    }

    func holds(at instant: Instant) -> Bool { self.from <= instant && (self.to.map { instant < $0 } ?? true) }
}
