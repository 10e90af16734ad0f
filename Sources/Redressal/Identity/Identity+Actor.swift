extension Identity {
    /// Whether they may act under an account's name: a person and a service under their own, a service also for parties of
    /// cases, whom it knows and the installation does not, but not for those that another program filed for, nor for whoever
    /// came by the public pages: they show a PIN.
    package func mayAct(as user: String, in role: String, _ catalog: DefinitionCatalog) -> Bool {
        user == self.account
            || (self.kind == .service && catalog.partyRoles.contains(role) && !catalog.org.isKnown(user)
                && !PublicParty.isOne(user) && [nil, self.account].contains(Open311Party.filer(of: user)))
    }
}
