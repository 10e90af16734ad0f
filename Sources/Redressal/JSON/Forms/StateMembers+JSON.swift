extension ArmedTimer: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            id: try json.get("id"),
            generation: try json.get("generation"),
            due: try json.get("due"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("due", self.due)
        try json.add("generation", self.generation)
        try json.add("id", self.id)
        json.close()
    }
}

extension ClockState: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            generation: try json.get("generation"),
            target: try json.get("target"),
            ladder: try json.find("ladder"),
            calendar: try json.get("calendar"),
            from: try json.get("from"),
            due: try json.get("due"),
            pause: try json.find("pause"),
            length: try json.get("length"),
            paused: try json.get("paused"),
            pausedWorking: try json.get("pausedWorking"),
            breached: try json.get("breached"),
            level: try json.get("level"),
            raisedTo: try json.get("raisedTo"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("breached", self.breached)
        try json.add("calendar", self.calendar)
        try json.add("due", self.due)
        try json.add("from", self.from)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("length", self.length)
        try json.add("level", self.level)
        try json.add("pause", self.pause)
        try json.add("paused", self.paused)
        try json.add("pausedWorking", self.pausedWorking)
        try json.add("raisedTo", self.raisedTo)
        try json.add("target", self.target)
        json.close()
    }
}

extension ClockState.Pause: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            since: try json.get("since"),
            remaining: try json.get("remaining"),
            business: try json.get("business"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("business", self.business)
        try json.add("remaining", self.remaining)
        try json.add("since", self.since)
        json.close()
    }
}

extension CaseState.Link: JSONForm {
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

extension CaseState.Approval: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            action: try json.get("action"),
            role: try json.get("role"),
            user: try json.get("user"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("action", self.action)
        try json.add("role", self.role)
        try json.add("user", self.user)
        json.close()
    }
}
