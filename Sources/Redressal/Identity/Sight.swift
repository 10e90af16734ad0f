/// Which cases somebody who has signed in may see (ADR 0012 D5).
package struct Sight: Sendable {
    let user: String
    let posts: [Post]
    let catalog: DefinitionCatalog
    let now: Instant

    /// - Parameter account: Who has signed in, or the party that a service acts for.
    package init(of account: String, _ catalog: DefinitionCatalog, at now: Instant) {
        self.user = account
        self.posts = catalog.org.posts(of: account, at: now)
        self.catalog = catalog
        self.now = now
    }

    /// Whether a case is one of theirs: their post reaches its office, they hold it, or they are its party.
    ///
    /// Never of whoever is complained about, and those under or related to them, but for a party of it.
    package func sees(_ state: CaseState) -> Bool {
        if self.isParty(to: state) { return true }
        guard !state.isInConflict(self.user, org: self.catalog.org, at: self.now) else { return false }
        return self.posts.contains { self.catalog.org.reaches(state.office, $0) || $0.id == state.assignee?.post }
            || state.assignee?.user == self.user
    }

    /// Leaves of a list the cases of the offices that their posts reach, without those that complain about somebody near them.
    package func narrow(_ filter: inout CaseFilter) {
        let org = self.catalog.org
        filter.offices = org.officeIDs.filter { office in self.posts.contains { org.reaches(office, $0) } }
        filter.hiddenRespondents = org.conflicts(of: self.user, at: self.now)
    }

    /// Whether they opened the case in a party's role, or a field names them.
    func isParty(to state: CaseState) -> Bool {
        let parties = self.catalog.workflow(state.workflow)?.parties ?? [:]
        return parties.contains { role, field in
            state.fields[field.rawValue]?.text == self.user
                || state.actors[role.rawValue]?.contains(self.user) == true
        }
    }
}
