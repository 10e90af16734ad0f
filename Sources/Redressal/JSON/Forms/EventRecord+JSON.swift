extension EventRecord: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        guard try json.get("version") == CaseEvent.version else { throw JSONMismatch() }
        self.init(
            case: try json.get("case"), seq: try json.get("seq"), prev: try json.get("prev"),
            epoch: try json.get("epoch"), command: try json.get("command"), request: try json.get("request"),
            workflow: try json.get("workflow"), actor: try json.get("actor"), channel: try json.get("channel"),
            occurred: try json.get("occurred"), recorded: try json.get("recorded"),
            event: try CaseEvent(json.get("type"), json.member("facts")))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("actor", self.actor)
        try json.add("case", self.case)
        try json.add("channel", self.channel)
        try json.add("command", self.command)
        try json.add("epoch", self.epoch)
        json.begin("facts")
        try self.event.form.write(to: &json)
        try json.add("occurred", self.occurred)
        try json.add("prev", self.prev)
        try json.add("recorded", self.recorded)
        try json.add("request", self.request)
        try json.add("seq", self.seq)
        try json.add("type", self.event.kind)
        try json.add("version", CaseEvent.version)
        try json.add("workflow", self.workflow)
        json.close()
    }
}

extension CaseEvent {
    fileprivate init(_ kind: Kind, _ facts: JSONValue) throws(JSONMismatch) {
        switch kind {
        case .caseOpened: self = .caseOpened(try CaseOpened(facts))
        case .actionTaken: self = .actionTaken(try ActionTaken(facts))
        case .clockStarted: self = .clockStarted(try ClockStarted(facts))
        case .clockPaused: self = .clockPaused(try ClockPaused(facts))
        case .clockResumed: self = .clockResumed(try ClockResumed(facts))
        case .clockMoved: self = .clockMoved(try ClockMoved(facts))
        case .clockStopped: self = .clockStopped(try ClockStopped(facts))
        case .reminderDue: self = .reminderDue(try ReminderDue(facts))
        case .deadlineBreached: self = .deadlineBreached(try DeadlineBreached(facts))
        case .escalationRaised: self = .escalationRaised(try EscalationRaised(facts))
        case .escalationAcknowledged: self = .escalationAcknowledged(try EscalationAcknowledged(facts))
        case .caseOrphaned: self = .caseOrphaned(try CaseOrphaned(facts))
        case .caseLinked: self = .caseLinked(try CaseLinked(facts))
        case .workflowVersionChanged: self = .workflowVersionChanged(try WorkflowVersionChanged(facts))
        case .historyEnded: self = .historyEnded(try HistoryEnded(facts))
        }
    }
}
