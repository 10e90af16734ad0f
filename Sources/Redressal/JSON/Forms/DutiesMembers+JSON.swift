extension ReminderDue: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            percent: try json.get("percent"),
            due: try json.get("due"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("percent", self.percent)
        json.close()
    }
}

extension DeadlineBreached: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            due: try json.get("due"),
            detected: try json.get("detected"),
            ladder: try json.find("ladder"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("clock", self.clock)
        try json.add("detected", self.detected)
        try json.add("due", self.due)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension EscalationRaised: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            level: try json.get("level"),
            ladder: try json.get("ladder"),
            role: try json.get("role"),
            post: try json.get("post"),
            office: try json.get("office"),
            user: try json.get("user"),
            effects: try json.get("effects"),
            skipped: try json.get("skipped"),
            due: try json.get("due"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("effects", self.effects)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("level", self.level)
        try json.add("office", self.office)
        try json.add("post", self.post)
        try json.add("role", self.role)
        try json.add("skipped", self.skipped)
        try json.add("timers", self.timers)
        try json.add("user", self.user)
        json.close()
    }
}

extension EscalationAcknowledged: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            level: try json.get("level"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("clock", self.clock)
        try json.add("generation", self.generation)
        try json.add("level", self.level)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension CaseOrphaned: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            ladder: try json.get("ladder"),
            skipped: try json.get("skipped"),
            due: try json.get("due"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("skipped", self.skipped)
        json.close()
    }
}
