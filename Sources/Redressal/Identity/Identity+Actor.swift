extension Identity {
    /// Whether they may act under an account's name: a person and a service under their own, a service also for parties of
    /// cases whom it named itself: their names begin with its account and a dot (``ServiceParty``).
    package func mayAct(as user: String, in role: String, _ catalog: DefinitionCatalog) -> Bool {
        user == self.account
            || (self.kind == .service && catalog.partyRoles.contains(role)
                && ServiceParty.isOne(user, of: self.account))
    }
}
