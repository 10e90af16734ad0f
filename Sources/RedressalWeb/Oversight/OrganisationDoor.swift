import HTTPTypes
import Redressal

/// How administrators change who is away and who sits where: as far as their post reaches, and never about themselves.
struct OrganisationDoor: Sendable {
    let book: any OrganisationBook
    let witness: AccessWitness

    /// A change that may be published, and what it is made of.
    struct Draft: Sendable {
        let change: OrganisationChange
        let old: OrganisationText
        let next: PublishedDefinition
        /// From when on it counts.
        let start: Instant
        /// Who sits in the post that it fills.
        let leaving: String?

        /// What is written down of it.
        func fact(_ step: PublicationOrdered.Step) -> AccessFact {
            .publicationOrdered(PublicationOrdered(step, self.next, self.change, leaving: self.leaving))
        }
    }

    /// What a change would publish.
    ///
    /// - Throws: ``OrganisationRefusal``; ``Problem`` for who may not; ``LogError``.
    func draft(_ change: OrganisationChange, by who: Administrator) async throws -> Draft {
        try self.check(change, who)
        guard let old = try await self.text(for: change, who) else { throw OrganisationRefusal.unknownPerson }
        let next = try old.making(change, who.catalog.org, at: who.now, by: who.identity.account)
        let start = old.start(of: change, at: who.now)
        var leaving: String?
        if case .seat(let post, _, _) = change { leaving = who.catalog.org.holder(of: post, at: start) }
        return Draft(change: change, old: old, next: next, start: start, leaving: leaving)
    }

    /// Publishes it, and writes down that it is about to and that it was; what cannot be written down is not published.
    ///
    /// - Parameter version: On which version of the programme they looked at what it would do.
    /// - Returns: Whether it was; not when somebody published another version meanwhile.
    /// - Throws: ``LogError``.
    func publish(_ draft: Draft, seenOn version: Int?, by identity: Identity) async throws -> Bool {
        guard draft.old.programme.version == version else { return false }
        try await self.witness.record(draft.fact(.asked), by: Reader(identity))
        guard try await self.book.publish(draft.next) else { return false }
        try await self.witness.record(draft.fact(.done), by: Reader(identity))
        return true
    }

    /// The programme that a change is of.
    private func text(for change: OrganisationChange, _ who: Administrator) async throws -> OrganisationText? {
        let name =
            switch change {
            case .away(let user, _, _, _), .back(let user, _, _): who.catalog.programme(naming: user)
            case .seat(let post, _, _): who.catalog.programme(ofPost: post)
            }
        return try await self.book.programmes().first { $0.name == name }.flatMap { OrganisationText($0) }
    }

    private func check(_ change: OrganisationChange, _ who: Administrator) throws(Problem) {
        var users = change.users
        if case .seat(let post, _, _) = change {
            guard let post = who.catalog.org.post(post), who.reach.covers(post) else { throw Self.outOfReach }
            users += [who.catalog.org.holder(of: post.id, at: who.now)].compactMap(\.self)
        }
        guard !users.contains(where: { who.reach.isOwn($0) }) else {
            throw Problem(
                .forbidden, Rejection.Code.samePerson.rawValue,
                "expected another administrator to change what is about you but it is your own")
        }
        guard change.users.allSatisfy({ who.reach.coversPlans(of: $0) }) else { throw Self.outOfReach }
    }

    private static let outOfReach = Problem(
        .forbidden, Rejection.Code.outsideJurisdiction.rawValue,
        "expected posts, and people in posts, that yours reaches but found others")
}
