extension Command {
    /// The same, claimed to have happened no earlier than the case's last event.
    ///
    /// Machines' clocks differ, and people's memories do; a case's history goes forward. A past that is imported may step
    /// back: what another system says is kept as it says it.
    func following(_ state: CaseState?) -> Command {
        guard let state, !self.historical, self.occurred < state.touched else { return self }
        return Command(
            id: self.id, case: self.case, actor: self.actor, channel: self.channel, occurred: state.touched,
            vouched: self.vouched, expected: self.expected, request: self.request)
    }
}
