/// Whom a person does not judge (ADR 0009).
extension OrgDirectory {
    /// Whether a person is another, declared a relative of theirs, stands in for them, or sits in an office below one of theirs.
    package func isInConflict(_ user: String, with other: String, at instant: Instant) -> Bool {
        if user == other { return true }
        if self.person(user)?.relatives.contains(other) == true { return true }
        if self.person(other)?.relatives.contains(user) == true { return true }
        // Whoever stands in for somebody does not judge them.
        if self.principals(of: user, at: instant).contains(other) { return true }
        let superior = self.posts(of: other, at: instant).map(\.office)
        let own = self.posts(of: user, at: instant).map(\.office)
        return own.contains { mine in superior.contains { mine != $0 && self.isWithin(mine, $0) } }
    }

    /// The accounts and the posts about which complaints are none of a person's business, in the order of their ids.
    package func conflicts(of user: String, at instant: Instant) -> [String] {
        let others = self.suspects(of: user, at: instant).filter {
            ($0 == user || self.isKnown($0)) && self.isInConflict(user, with: $0, at: instant)
        }
        return (others + others.flatMap { self.posts(of: $0, at: instant).map(\.id) }).sorted()
    }

    /// All with whom a person can be in conflict, and a few more: every list asks, and a province has thousands of accounts.
    private func suspects(of user: String, at instant: Instant) -> Set<String> {
        let relatives = (self.person(user)?.relatives ?? []) + (self.declaredBy[user] ?? [])
        let principals = self.principals(of: user, at: instant)
        let offices = Set(self.posts(of: user, at: instant).map(\.office))
        let above = Set(offices.flatMap { office in self.path(from: office).dropFirst().map(\.id) })
        let superiors = above.flatMap { self.holders(in: $0, at: instant) }
        let deputies = superiors.flatMap { self.absences[$0] ?? [] }.compactMap(\.deputy)
        return Set([user] + relatives + principals + superiors + deputies)
    }

    private func holders(in office: String, at instant: Instant) -> [String] {
        (self.postsOfOffice[office] ?? []).flatMap { self.holdings[$0.id] ?? [] }.filter { $0.holds(at: instant) }
            .map(\.user)
    }
}
