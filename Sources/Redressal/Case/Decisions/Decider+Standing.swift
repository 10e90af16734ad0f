extension Decider {
    /// Who may act on which case: a role reaches as far as its post does, and a party's role belongs to that party.
    ///
    /// The system acts on every case, and who vouches for a past answers for who acted in it.
    ///
    /// - Throws: ``Rejection`` for a post that reaches elsewhere, or for somebody else than the party.
    func checkStanding(
        of actor: Actor, on state: CaseState, in workflow: WorkflowDefinition, isHistorical: Bool
    ) throws(Rejection) {
        guard actor != .system, !isHistorical else { return }
        try self.checkIsFollowed(state, by: actor)
        if let office = actor.office {
            guard self.reaches(state.office, actor, office) || state.isHeld(by: actor) else {
                throw Rejection(
                    .outsideJurisdiction,
                    "expected a post that covers \(state.office), or the one that holds the case, but '\(actor.user)' "
                        + "acts for \(actor.post ?? office)")
            }
            // Whoever is complained about, and those under them, never handle the case.
            guard !state.isInConflict(actor.user, org: self.context.catalog.org, at: self.context.now) else {
                throw Rejection(.conflictOfInterest, GuardVariable.conflict)
            }
        }
        guard let field = workflow.parties[Role(actor.role)] else { return }
        let isNamed = state.fields[field.rawValue]?.text == actor.user
        guard isNamed || state.actors[actor.role]?.contains(actor.user) == true else {
            throw Rejection(
                .notParty, "expected the \(actor.role) of this case, whom '\(field)' names, but found somebody else")
        }
    }

    /// - Throws: ``Rejection`` when the case would signal to itself.
    func checkSignal(_ signal: Signal?, _ fields: [String: FieldValue], on state: CaseState) throws(Rejection) {
        guard case .field(let name)? = signal?.target, let text = fields[name.rawValue]?.text,
            text == state.id.text || text == state.reference
        else { return }
        throw Rejection(
            .guardFailed, "expected another case in '\(name)' but it is this one", field: name.rawValue)
    }

    /// - Throws: ``Rejection`` for an account that is in no programme, unless a past says so.
    func checkIsKnown(_ assignee: Assignee?, field: String?, isHistorical: Bool) throws(Rejection) {
        guard !isHistorical, let user = assignee?.user, assignee?.post == nil,
            !self.context.catalog.org.isKnown(user)
        else { return }
        throw Rejection(
            .unknownPerson, "expected a post or an account of a programme but found '\(user)'", field: field)
    }

    private func reaches(_ office: String, _ actor: Actor, _ seat: String) -> Bool {
        let org = self.context.catalog.org
        return actor.post.flatMap(org.post).map { org.reaches(office, $0) } ?? org.isWithin(office, seat)
    }
}

extension CaseState {
    /// Whether it is assigned to this person or to the post acted for.
    fileprivate func isHeld(by actor: Actor) -> Bool {
        guard let assignee = self.assignee else { return false }
        return assignee.user == actor.user || (assignee.post != nil && assignee.post == actor.post)
    }
}
