extension NotificationRules {
    /// Whom an event is to be told to.
    ///
    /// Nobody is told what they did themselves, but that a case was filed. Whether it is right to send, safe-contact rules
    /// and all, is judged when it is sent, by the case as it then stands: ``Dispatch``.
    /// - Parameters:
    ///   - state: The case with the event folded in, or later.
    ///   - parties: The roles of the case's own people.
    ///   - now: What digests are gathered from.
    /// - Returns: At most one notice a recipient.
    package func notices(
        of record: EventRecord, hash: EventHash, state: CaseState, parties: Set<String>, org: OrgDirectory,
        now: Instant
    ) -> [Notice] {
        var seen: Set<MessageRecipient> = []
        var notices: [Notice] = []
        for rule in self.rules where rule.trigger.isMet(by: record.event) {
            for recipient in self.recipients(of: rule, record, state, org) {
                guard !self.knows(recipient, record, parties), seen.insert(recipient).inserted,
                    let medium = recipient.isOfficer ? self.officersBy : self.party?.medium
                else { continue }
                let waits = recipient.isOfficer && !rule.isUrgent
                notices.append(
                    Notice(
                        case: record.case, seq: record.seq, event: hash, recipient: recipient, medium: medium,
                        template: rule.template, isUrgent: rule.isUrgent, after: waits ? self.digestEnd(now) : now))
            }
        }
        return notices
    }

    /// The end of the window that an instant lies in; windows are counted from 1970, so that all processes have the same.
    private func digestEnd(_ now: Instant) -> Instant {
        guard self.digest > 0 else { return now }
        return Instant(milliseconds: (now.milliseconds / self.digest + 1) * self.digest)
    }

    private func recipients(
        of rule: NotificationRule, _ record: EventRecord, _ state: CaseState, _ org: OrgDirectory
    ) -> [MessageRecipient] {
        switch rule.audience {
        case .party: return [.party]
        case .holder: return self.holder(after: record.event, state).map { [$0] } ?? []
        case .raised:
            guard case .escalationRaised(let facts) = record.event else { return [] }
            return [.account(facts.user)]
        case .role(let role):
            let posts = org.posts(for: role, from: state.office)
            return posts.isEmpty ? [.role(role)] : posts.map { .post($0.id) }
        }
    }

    /// Whom the event gave the case to, or whoever holds it.
    private func holder(after event: CaseEvent, _ state: CaseState) -> MessageRecipient? {
        let given: Assignee? =
            switch event {
            case .caseOpened(let facts): facts.assignee
            case .actionTaken(let facts): facts.assignee
            default: nil
            }
        guard let holder = given ?? state.assignee else { return nil }
        return holder.user.map { .account($0) } ?? holder.post.map { .post($0) }
    }

    /// Whether who is to be told did it themselves.
    private func knows(_ recipient: MessageRecipient, _ record: EventRecord, _ parties: Set<String>) -> Bool {
        switch recipient {
        case .party:
            if case .caseOpened = record.event { false } else { parties.contains(record.actor.role) }
        case .account(let user): record.actor.user == user
        case .post(let post): record.actor.post == post
        case .role: false
        }
    }
}
