/// A time in which a person cannot act, such as leave.
package struct Absence: Hashable, Sendable, Codable {
    package let user: String
    package let from: Instant
    /// The first instant at which the person is back; nil while nobody knows.
    package let to: Instant?

    package init(user: String, from: Instant, to: Instant?) {
        self.user = user
        self.from = from
        self.to = to
    }

    func holds(at instant: Instant) -> Bool { self.from <= instant && (self.to.map { instant < $0 } ?? true) }
}
