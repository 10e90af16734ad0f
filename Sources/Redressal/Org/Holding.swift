/// Who sits in a post, and from when to when.
package struct Holding: Hashable, Sendable, Codable {
    package let post: String
    /// An account's id; never a person's name.
    package let user: String
    package let from: Instant?
    /// The first instant at which it no longer holds.
    package let to: Instant?

    package init(post: String, user: String, from: Instant? = nil, to: Instant? = nil) {
        self.post = post
        self.user = user
        self.from = from
        self.to = to
    }

    func holds(at instant: Instant) -> Bool {
        (self.from.map { $0 <= instant } ?? true) && (self.to.map { instant < $0 } ?? true)
    }
}
