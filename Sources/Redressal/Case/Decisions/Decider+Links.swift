extension Decider {
    /// Opens another case and ties it to this one; the new case's id follows from the command.
    ///
    /// - Parameter held: The case's fields, with those on top that the action brings: some of them are only passed on.
    func spawn(
        _ spawn: Spawn, with held: [String: FieldValue], at instant: Instant, in decision: inout Decision,
        by actor: Actor
    ) throws(Rejection) {
        guard let state = decision.state else { return }
        let command = decision.command
        let child = spawn.caseID(from: state)
        let link = CaseLink(relation: spawn.relation, workflow: spawn.workflow, case: child)
        let occurred = try self.occurrence(of: spawn, held, state) ?? instant
        try decision.add(.caseLinked(CaseLinked(link: link, state: nil)), occurred: instant, actor: actor)
        var fields: [String: FieldValue] = [:]
        for (name, source) in spawn.fields {
            fields[name.rawValue] = held[source.rawValue]?.carried(from: "\(state.id)/\(source)")
        }
        if self.crosses(from: state, to: spawn.workflow) { self.renew(&fields, command.request) }
        let parent = CaseLink(relation: spawn.relation, workflow: state.workflow.name, case: state.id)
        let office = try self.office(for: spawn, of: state)
        decision.send(
            Command(
                id: CommandID(DerivedID.uuid("spawn-command", child.text)), case: child, actor: actor,
                channel: spawn.channel ?? command.channel, occurred: occurred, vouched: command.vouched,
                request: .open(
                    OpenCase(
                        workflow: spawn.workflow, office: office, severity: state.severity, fields: fields,
                        parent: parent))))
    }

    /// When what the new case is about was said or written; nil when nobody says so.
    ///
    /// - Throws: ``Rejection`` for a day or an instant that is still to come.
    private func occurrence(
        of spawn: Spawn, _ held: [String: FieldValue], _ state: CaseState
    ) throws(Rejection) -> Instant? {
        guard let name = spawn.occurred?.rawValue, let text = held[name]?.text, !text.isEmpty else { return nil }
        let now = self.context.now
        let zone = try self.calendar(of: state, in: self.workflow(of: state)).zone
        // Of today nobody can say more than that it was before now.
        if let date = CivilDate(text), date == zone.date(at: now) { return now }
        guard let instant = Instant(text) ?? CivilDate(text).map({ zone.start(of: $0) }) else { return nil }
        guard instant <= now else {
            throw Rejection(
                .wrongType, "expected '\(name)' not to lie in the future but found \(text)", field: name)
        }
        return instant
    }

    /// Asks another case to do an action, as the system.
    func signal(_ signal: Signal, in decision: inout Decision) {
        guard let state = decision.state else { return }
        let targets: [CaseID] =
            switch signal.target {
            case .relation(let relation): state.links.filter { $0.link.relation == relation }.map(\.link.case)
            case .field(let name): state.fields[name.rawValue]?.text.map { [CaseID($0)] } ?? []
            }
        for target in targets {
            decision.send(
                self.systemCommand(
                    to: target, "signal", signal.action.rawValue, in: decision,
                    request: .act(TakeAction(action: signal.action.rawValue))))
        }
    }

    /// Tells the case that spawned this one where it stands now; never across the border of a lane.
    func tellParent(in decision: inout Decision) {
        guard let state = decision.state, let parent = state.parent,
            !self.crosses(from: state, to: parent.workflow)
        else { return }
        let link = CaseLink(relation: parent.relation, workflow: state.workflow.name, case: state.id)
        decision.send(
            self.systemCommand(
                to: parent.case, "notify", String(state.seq), in: decision,
                request: .notify(NotifyLink(link: link, state: state.state))))
    }

    /// Notes another case's state, then does what the system may do because of it: an action whose guard asks for it.
    func note(_ request: NotifyLink, in decision: inout Decision) throws(Rejection) {
        try decision.add(.caseLinked(CaseLinked(link: request.link, state: request.state)))
        guard let state = decision.state else { return }
        let workflow = try self.workflow(of: state)
        for action in workflow.actions(from: StateName(state.state))
        where !action.timer && action.guardRule?.expression.asks(about: request.link.relation) == true {
            do throws(Rejection) {
                let now = decision.command.historical ? decision.command.occurred : self.context.now
                try self.allow(action, [:], on: state, in: workflow, by: .system, at: now)
            } catch {
                continue
            }
            try self.take(action, fields: [:], at: decision.instant, by: .system, in: &decision)
            return
        }
    }

    private func systemCommand(
        to target: CaseID, _ kind: String, _ detail: String, in decision: Decision, request: CommandRequest
    ) -> Command {
        let id = DerivedID.uuid(kind, decision.command.id.text, target.text, detail)
        return Command(
            id: CommandID(id), case: target, actor: .system, channel: "system", occurred: decision.command.occurred,
            vouched: decision.command.vouched, request: request)
    }
}

extension GuardExpression {
    /// Whether it asks for the state of the cases linked under a relation.
    fileprivate func asks(about relation: String) -> Bool {
        switch self.kind {
        case .literal, .name: false
        case .list(let items): items.contains { $0.asks(about: relation) }
        case .unary(_, let operand): operand.asks(about: relation)
        case .binary(_, let left, let right), .method(_, let left, let right):
            left.asks(about: relation) || right.asks(about: relation)
        case .call(.inState, let arguments): arguments.first?.kind == .name(relation)
        case .call(_, let arguments): arguments.contains { $0.asks(about: relation) }
        }
    }
}

extension FieldValue {
    /// The value for another case: what is sealed says what it was sealed for, or nobody could open it there.
    ///
    /// - Parameter place: `case/field` where it is now.
    fileprivate func carried(from place: String) -> FieldValue {
        switch self {
        case .sealed(let sealed):
            .sealed(
                SealedValue(
                    subject: sealed.subject, box: sealed.box, mac: sealed.mac, origin: sealed.origin ?? place))
        case .list(let values): .list(values.map { $0.carried(from: place) })
        case .string, .integer, .decimal, .boolean: self
        }
    }
}
