extension CaseState {
    /// The state after a case's first event.
    ///
    /// - Returns: nil when the event is not an opening.
    package init?(opening record: EventRecord, hash: EventHash) {
        guard case .caseOpened(let facts) = record.event else { return nil }
        self.init(
            id: record.case, workflow: record.workflow, reference: facts.reference, state: facts.state, previous: nil,
            office: facts.office, severity: facts.severity, assignee: facts.assignee, fields: facts.fields,
            opened: record.occurred, since: record.occurred, closed: nil, lastClosed: nil, touched: record.occurred,
            reopened: 0,
            reassigned: 0, counts: [:], doers: ["open": record.actor.user],
            actors: [record.actor.role: [record.actor.user]], approvals: [], clocks: [:], timers: [],
            links: [], parent: facts.parent, orphaned: false,
            historical: facts.historical, generation: 0, seq: record.seq, head: hash)
    }

    /// Folds one more event in.
    ///
    /// Total: it never rejects and needs no definition, because events carry facts that are decided already.
    package mutating func apply(_ record: EventRecord, hash: EventHash) {
        self.seq = record.seq
        self.head = hash
        self.touched = record.occurred
        self.apply(record.event, occurred: record.occurred, actor: record.actor)
    }

    private mutating func apply(_ event: CaseEvent, occurred: Instant, actor: Actor) {
        switch event {
        case .caseOpened: break
        case .actionTaken(let facts): self.apply(facts, occurred: occurred, actor: actor)
        case .clockStarted(let facts): self.apply(facts)
        case .clockPaused(let facts): self.apply(facts)
        case .clockResumed(let facts): self.apply(facts)
        case .clockMoved(let facts): self.apply(facts)
        case .clockStopped(let facts): self.apply(facts)
        case .reminderDue(let facts): self.remove(TimerID(clock: facts.clock, kind: .reminder, mark: facts.percent))
        case .deadlineBreached(let facts): self.apply(facts)
        case .escalationRaised(let facts): self.apply(facts)
        case .escalationAcknowledged(let facts): self.apply(facts)
        case .caseOrphaned(let facts): self.apply(facts)
        case .caseLinked(let facts): self.apply(facts)
        case .workflowVersionChanged(let facts):
            self.workflow = facts.to
            self.state = facts.state
        case .historyEnded: self.historical = false
        }
    }

    private mutating func apply(_ facts: ActionTaken, occurred: Instant, actor: Actor) {
        self.counts[facts.action, default: 0] += 1
        if facts.name != facts.action { self.counts[facts.name, default: 0] += 1 }
        self.doers[facts.action] = actor.user
        if self.actors[actor.role]?.contains(actor.user) != true {
            self.actors[actor.role, default: []].append(actor.user)
        }
        self.approvals += facts.approves.map { Approval(action: $0, role: actor.role, user: actor.user) }
        self.fields.merge(facts.fields) { $1 }
        if let assignee = facts.assignee { self.assign(assignee == Assignee() ? nil : assignee) }
        if let severity = facts.severity { self.severity = severity }
        if let office = facts.office { self.office = office }
        if facts.reopened { self.reopened += 1 }
        guard facts.to != facts.from else { return }
        self.previous = facts.from
        self.state = facts.to
        self.since = occurred
        self.approvals = []
        self.closed = facts.closed ? occurred : nil
        if facts.closed { self.lastClosed = occurred }
    }

    /// Gives the case to a holder, or to nobody; only taking it from a holder is a reassignment.
    private mutating func assign(_ assignee: Assignee?) {
        guard assignee != self.assignee else { return }
        if self.assignee != nil { self.reassigned += 1 }
        self.assignee = assignee
        if assignee != nil { self.orphaned = false }
    }

    private mutating func apply(_ facts: CaseLinked) {
        let link = Link(link: facts.link, state: facts.state)
        if let index = self.links.firstIndex(where: { $0.link.case == facts.link.case }) {
            self.links[index] = link
        } else {
            self.links.append(link)
        }
    }
}
