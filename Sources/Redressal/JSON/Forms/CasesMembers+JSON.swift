extension CaseOpened: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            reference: try json.get("reference"),
            state: try json.get("state"),
            office: try json.get("office"),
            severity: try json.find("severity"),
            fields: try json.get("fields"),
            assignee: try json.find("assignee"),
            parent: try json.find("parent"),
            historical: try json.get("historical"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("assignee", self.assignee)
        try json.add("fields", self.fields)
        try json.add("historical", self.historical)
        try json.add("office", self.office)
        try json.add("parent", self.parent)
        try json.add("reference", self.reference)
        try json.add("severity", self.severity)
        try json.add("state", self.state)
        json.close()
    }
}

extension ActionTaken: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            action: try json.get("action"),
            name: try json.get("name"),
            from: try json.get("from"),
            to: try json.get("to"),
            fields: try json.get("fields"),
            assignee: try json.find("assignee"),
            severity: try json.find("severity"),
            office: try json.find("office"),
            approves: try json.get("approves"),
            reopened: try json.get("reopened"),
            closed: try json.get("closed"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("action", self.action)
        try json.add("approves", self.approves)
        try json.add("assignee", self.assignee)
        try json.add("closed", self.closed)
        try json.add("fields", self.fields)
        try json.add("from", self.from)
        try json.add("name", self.name)
        try json.add("office", self.office)
        try json.add("reopened", self.reopened)
        try json.add("severity", self.severity)
        try json.add("to", self.to)
        json.close()
    }
}

extension CaseLinked: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            link: try json.get("link"),
            state: try json.find("state"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("link", self.link)
        try json.add("state", self.state)
        json.close()
    }
}

extension WorkflowVersionChanged: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            from: try json.get("from"),
            to: try json.get("to"),
            oldState: try json.get("old_state"),
            state: try json.get("state"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("from", self.from)
        try json.add("old_state", self.oldState)
        try json.add("state", self.state)
        try json.add("to", self.to)
        json.close()
    }
}

extension HistoryEnded: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            at: try json.get("at"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("at", self.at)
        json.close()
    }
}

extension OwnershipTaken: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            epoch: try json.get("epoch"),
            recorded: try json.get("recorded"),
            owner: try json.get("owner"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("epoch", self.epoch)
        try json.add("owner", self.owner)
        try json.add("recorded", self.recorded)
        json.close()
    }
}
