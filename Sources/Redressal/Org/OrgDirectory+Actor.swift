extension OrgDirectory {
    /// Somebody in a role, in the seat that the role comes with.
    ///
    /// A role that posts or people of a programme hold is theirs only, and whoever is in a programme can act only in the roles
    /// held there. Whoever holds an oversight role, in whatever seat, acts in no other. A party's role anybody may take: whose case it is the engine checks.
    ///
    /// - Parameters:
    ///   - role: Nil takes the only one that the account holds.
    ///   - post: The seat; nil takes the one that covers the office, or else the first.
    ///   - office: The case's, when it is known.
    ///   - parties: The roles of cases' own people.
    /// - Throws: ``SeatRefusal``.
    package func actor(
        _ user: String, in role: String?, post: String? = nil, for office: String? = nil, parties: Set<String> = [],
        onBehalfOf: String? = nil, at instant: Instant
    ) throws(SeatRefusal) -> Actor {
        let posts = self.posts(of: user, at: instant)
        let held = self.roles(of: user, at: instant)
        guard let role = role ?? (held.count == 1 ? held[0] : nil) else { throw .roleMissing(user: user, held: held) }
        let seats = posts.filter { $0.roles.contains(role) }
        guard held.contains(role) || parties.contains(role) || (held.isEmpty && !self.isGiven(role)) else {
            throw .roleNotHeld(user: user, role: role, held: held)
        }
        guard !OversightRole.isAmong(held) || parties.contains(role) || OversightRole(rawValue: role) != nil else {
            throw .oversight(user: user, role: role)
        }
        if let post, !seats.contains(where: { $0.id == post }) {
            throw .postNotHeld(user: user, role: role, post: post, held: seats.map(\.id))
        }
        let near = office.flatMap { office in seats.first { self.reaches(office, $0) } }
        let seat = seats.first { $0.id == post } ?? near ?? seats.first
        return Actor(
            user: user, role: role, post: seat?.id, office: seat?.office,
            onBehalfOf: onBehalfOf ?? seat.flatMap { self.principal(of: user, in: $0, at: instant) })
    }

    /// Whom somebody stands in for in a seat; nil in their own.
    private func principal(of user: String, in post: Post, at instant: Instant) -> String? {
        guard !self.ownPosts(of: user, at: instant).contains(post) else { return nil }
        return self.principals(of: user, at: instant).first { self.ownPosts(of: $0, at: instant).contains(post) }
    }
}
