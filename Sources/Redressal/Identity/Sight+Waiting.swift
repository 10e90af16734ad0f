extension Sight {
    /// Leaves of a list the cases that stand where it is their turn, without those that complain about somebody near them.
    package func narrowToWaiting(_ filter: inout CaseFilter) {
        self.narrow(&filter)
        filter.offices = nil
        filter.steps = self.turns
    }

    /// The steps at which it is their turn: of each state that waits for a role, in the offices that a post with this role reaches.
    ///
    /// The version in force says whose turn it is, also of cases that go by an earlier one; by office, each once.
    package var turns: [CaseStep] {
        let states = self.catalog.workflows.flatMap { workflow in
            workflow.states.filter { !$0.waitsFor.isEmpty }.map { (workflow.name, $0) }
        }
        guard !states.isEmpty else { return [] }
        return self.catalog.org.officeIDs.flatMap { office -> [CaseStep] in
            let roles = self.roles(in: office)
            return states.filter { _, state in state.waitsFor.contains { roles.contains($0.rawValue) } }
                .map { CaseStep(office: office, workflow: $0, state: $1.name.rawValue) }
        }
    }

    /// The roles that come with those of their posts that reach an office.
    private func roles(in office: String) -> Set<String> {
        let posts = self.posts.filter { !$0.keepsAccounts && self.catalog.org.reaches(office, $0) }
        return Set(posts.flatMap(\.roles))
    }
}
