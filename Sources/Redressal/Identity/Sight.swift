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

    /// Whether a case is one of theirs: their post reaches its office, they audit it, they hold it, or they are its party.
    ///
    /// Never of whoever is complained about, and those under or related to them, nor when it went on in a lane, but for a
    /// party of it.
    package func sees(_ state: CaseState) -> Bool {
        if self.isParty(to: state) { return true }
        guard !self.catalog.isHandedOver(state) else { return false }
        guard !state.isInConflict(self.user, org: self.catalog.org, at: self.now) else { return false }
        return self.reaches(state.office) || self.posts.contains { $0.id == state.assignee?.post }
            || state.assignee?.user == self.user
    }

    /// Whether they did something in a case, so that its number tells them no news even when it is out of their sight.
    package func touched(_ state: CaseState) -> Bool { state.actors.values.contains { $0.contains(self.user) } }

    /// Leaves of a list the cases of the offices that their posts reach, without those that complain about somebody near them,
    /// and those that went on in a lane.
    package func narrow(_ filter: inout CaseFilter) {
        filter.offices = self.offices
        filter.hiddenRespondents = self.hiddenRespondents
        filter.border = self.catalog.laneBorder
    }

    /// The offices that their posts reach, and those that they audit.
    package var offices: [String] { self.catalog.org.officeIDs.filter { self.reaches($0) } }

    /// Accounts and posts about which complaints are none of their business.
    var hiddenRespondents: [String] { self.catalog.org.conflicts(of: self.user, at: self.now) }

    private func reaches(_ office: String) -> Bool {
        // Who keeps accounts needs to see no case for it.
        self.posts.contains { !$0.keepsAccounts && self.catalog.org.reaches(office, $0) }
            || self.catalog.org.audits(self.user, office)
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
