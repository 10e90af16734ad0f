/// Judges whether a notice may be sent, when, and to whom: by the case as it stands when it is to go out.
package struct Dispatch: Sendable {
    /// Where a message goes.
    package enum Address: Hashable, Sendable {
        /// The contact that the case holds, to be opened.
        case sealed(SealedValue, FieldName)
        /// An account; the gateway knows how to reach its own people.
        case account(String)
    }

    package enum Verdict: Hashable, Sendable {
        case send(Address, language: String)
        /// Not before an instant.
        case postpone(Instant)
        case suppress(SuppressionReason)
    }

    private let catalog: DefinitionCatalog
    private let now: Instant

    package init(_ catalog: DefinitionCatalog, at now: Instant) {
        self.catalog = catalog
        self.now = now
    }

    /// What is to become of a notice.
    ///
    /// - Parameter state: The case; nil when nobody knows it.
    package func verdict(on recipient: MessageRecipient, isUrgent: Bool, of state: CaseState?) -> Verdict {
        guard let state, let rules = self.catalog.notifications.rules(of: state.workflow.name) else {
            return .suppress(.unknown)
        }
        guard !state.historical else { return .suppress(.historical) }
        let verdict = recipient.isOfficer ? self.officer(recipient, state, rules) : self.party(state, rules)
        guard case .send = verdict, !isUrgent, let end = self.endOfQuiet(state) else { return verdict }
        return .postpone(end)
    }

    private func party(_ state: CaseState, _ rules: NotificationRules) -> Verdict {
        guard let party = rules.party else { return .suppress(.unknown) }
        if rules.silentIn.contains(StateName(state.state)) || self.catalog.isHandedOver(state) {
            return .suppress(.silent)
        }
        if state.flag(party.anonymous) == true { return .suppress(.anonymous) }
        if state.flag(party.consent) == false { return .suppress(.notWanted) }
        guard case .sealed(let contact) = state.fields[party.contact.rawValue] else { return .suppress(.noAddress) }
        let wanted = party.language.flatMap { state.fields[$0.rawValue]?.text }
        let language = wanted.flatMap { self.catalog.notifications.texts(in: $0)?.language } ?? rules.language
        return .send(.sealed(contact, party.contact), language: language)
    }

    private func officer(_ recipient: MessageRecipient, _ state: CaseState, _ rules: NotificationRules) -> Verdict {
        guard let user = self.user(recipient) else { return .suppress(.nobody) }
        if self.isNearRespondent(user, state) { return .suppress(.respondent) }
        if self.catalog.org.isAbsent(user, at: self.now) { return .suppress(.absent) }
        return .send(.account(user), language: rules.language)
    }

    private func user(_ recipient: MessageRecipient) -> String? {
        switch recipient {
        case .account(let user): user
        case .post(let post): self.catalog.org.holder(of: post, at: self.now)
        case .party, .role: nil
        }
    }

    /// Whether somebody is complained about, is under or related to whoever is, or sits in the same office.
    private func isNearRespondent(_ user: String, _ state: CaseState) -> Bool {
        guard let respondent = state.fields[CaseState.respondentField]?.text else { return false }
        let org = self.catalog.org
        if state.isInConflict(user, org: org, at: self.now) { return true }
        let offices = org.post(respondent).map { [$0.office] } ?? org.posts(of: respondent, at: self.now).map(\.office)
        return org.posts(of: user, at: self.now).contains { offices.contains($0.office) }
    }

    /// The end of the quiet hours that it is now, on the wall clock of the case's office; nil when it is not quiet.
    private func endOfQuiet(_ state: CaseState) -> Instant? {
        guard let quiet = self.catalog.workflow(state.workflow)?.quietHours,
            !(state.severity.map { quiet.exceptSeverity.contains($0) } ?? false),
            let calendar = self.catalog.org.office(state.office).flatMap({ self.catalog.calendar($0.calendar) })
        else { return nil }
        return quiet.end(at: self.now, in: calendar.zone)
    }
}

extension CaseState {
    fileprivate func flag(_ field: FieldName?) -> Bool? {
        guard let field, case .boolean(let flag) = self.fields[field.rawValue] else { return nil }
        return flag
    }
}
