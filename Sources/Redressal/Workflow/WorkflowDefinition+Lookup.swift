extension WorkflowDefinition {
    /// The actions that may be done in a state, in the order of the file.
    package func actions(from state: StateName) -> [Action] {
        self.actions.filter { $0.from.contains(state) }
    }

    /// The actions of this name that may be done in a state; guards decide between them when there are several.
    package func actions(named name: ActionName, from state: StateName) -> [Action] {
        self.actions(named: name).filter { $0.from.contains(state) }
    }

    /// The action the system takes when the state's clock runs out, if there is one.
    package func timerAction(in state: StateName) -> Action? {
        self.actions.first { $0.timer && $0.from.contains(state) }
    }

    /// The profile named like the severity, if the workflow has one.
    package func profile(forSeverity severity: String) -> Profile? { self.profiles[severity] }

    /// The target of a state's clock under a profile.
    package func target(of state: State, under profile: Profile?) -> ClockTarget? {
        profile?.targets[state.name] ?? state.target
    }

    /// The target of the total clock under a profile.
    package func totalTarget(under profile: Profile?) -> ClockTarget? { profile?.total ?? self.total?.target }

    /// The calendar under a profile.
    package func calendar(under profile: Profile?) -> CalendarChoice { profile?.calendar ?? self.calendar }

    /// The ladder a breach of a state's clock starts under a profile; nil where nobody is told.
    package func ladder(of state: State, under profile: Profile?) -> Ladder? {
        self.ladder(state.chain, under: profile)
    }

    /// The ladder a breach of the total clock starts under a profile; nil where nobody is told.
    package func totalLadder(under profile: Profile?) -> Ladder? { self.ladder(self.total?.chain, under: profile) }

    /// A profile replaces the ladders of clocks that have one; it does not give one to clocks that have none.
    private func ladder(_ name: String?, under profile: Profile?) -> Ladder? {
        guard let name, let own = self.chains[name], !own.levels.isEmpty else { return nil }
        return profile?.chain.flatMap { self.chains[$0] } ?? own
    }
}
