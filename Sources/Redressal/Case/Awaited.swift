/// Whose word a case waits for.
package struct Awaited: Hashable, Sendable {
    /// As whom they lead the case on.
    package let role: String
    /// Their account; nil for the case's own people, and where nobody can do it.
    package let user: String?
    /// The office of the post that they do it in; nil for the case's own people and for who holds the case without a post.
    package let office: String?

    package init(role: String, user: String? = nil, office: String? = nil) {
        self.role = role
        self.user = user
        self.office = office
    }
}

extension DefinitionCatalog {
    /// Whose word an open case waits for where it stands, role by role; empty where the workflow does not say.
    ///
    /// The version in force says it (ADR 0025 D4). Of the offices' people they are those who can lead the case on now: whoever
    /// holds it, or else those whose posts reach it.
    ///
    /// - Parameter now: The moment that guards go by.
    package func awaited(on state: CaseState, at now: Instant) -> [Awaited] {
        guard state.closed == nil, let workflow = self.workflow(named: state.workflow.name) else { return [] }
        return (workflow.state(StateName(state.state))?.waitsFor ?? []).flatMap { role in
            guard let field = workflow.parties[role] else { return self.officials(in: role, on: state, at: now) }
            // Who acts for somebody else is waited for only where there is such a person.
            let isFirst = role == workflow.roles.first { workflow.parties[$0] != nil }
            return isFirst || state.fields[field.rawValue] != nil ? [Awaited(role: role.rawValue)] : []
        }
    }

    private func officials(in role: Role, on state: CaseState, at now: Instant) -> [Awaited] {
        let seats = self.org.allPosts.filter { post in
            post.roles.contains(role.rawValue) && !post.keepsAccounts && self.org.reaches(state.office, post)
        }
        let sitters = seats.compactMap { seat in
            self.org.holder(of: seat.id, at: now).flatMap { self.org.acting(for: $0, at: now) ?? $0 }
        }
        var seen: Set<String> = []
        let able = ([state.assignee?.user].compactMap(\.self) + sitters).filter { seen.insert($0).inserted }
            .compactMap { self.leading(state, $0, in: role, at: now) }
        if let holder = able.first, holder.user == state.assignee?.user { return [holder] }
        return able.isEmpty ? [Awaited(role: role.rawValue)] : able
    }

    /// Somebody who can lead the case out of where it stands; nil for who cannot.
    private func leading(_ state: CaseState, _ user: String, in role: Role, at now: Instant) -> Awaited? {
        let offer = self.offers(to: user, on: state, at: now).first { offer in
            offer.isOpen && offer.action.to != .same && offer.actor.role == role.rawValue
        }
        return offer.map { Awaited(role: role.rawValue, user: user, office: $0.actor.office) }
    }
}
