/// Whose personal fields somebody may read (ADR 0017 D3).
package struct PersonalSight: Sendable {
    private let reader: Reader
    private let catalog: DefinitionCatalog
    private let now: Instant

    package init(of reader: Reader, _ catalog: DefinitionCatalog, at now: Instant) {
        self.reader = reader
        self.catalog = catalog
        self.now = now
    }

    /// As what somebody may read a case's personal fields.
    ///
    /// - Throws: ``PersonalDataRefusal`` when they may not.
    package func standing(on state: CaseState) throws(PersonalDataRefusal) -> PersonalStanding {
        switch self.reader.kind {
        // Whoever has the key file has all that it opens: what is left to do is to write it down.
        case .operator: return .operator
        case .service: throw PersonalDataRefusal(state.id, .service)
        case .person: break
        }
        let user = self.reader.account
        guard !OversightRole.isAmong(self.catalog.org.roles(of: user, at: self.now)) else {
            throw PersonalDataRefusal(state.id, .oversight)
        }
        let sight = Sight(of: user, self.catalog, at: self.now)
        guard sight.sees(state) else { throw PersonalDataRefusal(state.id, .unseen) }
        if let standing = self.handling(state) { return standing }
        guard sight.isParty(to: state) else { throw PersonalDataRefusal(state.id, .bystander) }
        return .party
    }

    /// As what somebody handles a case: its holder, or a post that reaches it and acts in such cases.
    private func handling(_ state: CaseState) -> PersonalStanding? {
        let org = self.catalog.org
        guard !state.isInConflict(self.reader.account, org: org, at: self.now) else { return nil }
        let posts = org.posts(of: self.reader.account, at: self.now)
        if let post = posts.first(where: { $0.id == state.assignee?.post }) { return .holder(post) }
        if state.assignee?.user == self.reader.account { return .holder(nil) }
        let acting = self.catalog.workflow(state.workflow)?.actingRoles ?? []
        return posts.first { org.reaches(state.office, $0) && !acting.isDisjoint(with: $0.roles) }.map { .post($0) }
    }
}

/// As what somebody may read a case's personal fields.
package enum PersonalStanding: Hashable, Sendable {
    /// A post that reaches the case's office and acts in such cases.
    case post(Post)
    /// Whoever the case is assigned to, with the seat that holds it, when it is one.
    case holder(Post?)
    /// One of the case's own people, who read what they said themselves.
    case party
    /// Whoever sits at the installation's own command line.
    case `operator`

    /// The standing without the seat, as the access log has it.
    package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case post, holder, party, `operator`
    }

    package var name: Name {
        switch self {
        case .post: .post
        case .holder: .holder
        case .party: .party
        case .operator: .operator
        }
    }

    /// The seat they do it through.
    package var seat: Post? {
        switch self {
        case .post(let post): post
        case .holder(let post): post
        case .party, .operator: nil
        }
    }
}

extension WorkflowDefinition {
    /// The roles that may do something in its cases.
    var actingRoles: Set<String> { Set(self.actions.flatMap { $0.by.map(\.rawValue) }) }
}
