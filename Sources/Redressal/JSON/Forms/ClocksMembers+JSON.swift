extension TimerFact: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            try json.get("kind"),
            due: try json.get("due"),
            mark: try json.find("mark"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("due", self.due)
        try json.add("kind", self.kind)
        try json.add("mark", self.mark)
        json.close()
    }
}

extension ClockStarted: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            target: try json.get("target"),
            ladder: try json.find("ladder"),
            calendar: try json.get("calendar"),
            from: try json.get("from"),
            due: try json.get("due"),
            length: try json.get("length"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("calendar", self.calendar)
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("from", self.from)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("length", self.length)
        try json.add("target", self.target)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension ClockPaused: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            reason: try json.get("reason"),
            at: try json.get("at"),
            remaining: try json.get("remaining"),
            business: try json.get("business"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("at", self.at)
        try json.add("business", self.business)
        try json.add("clock", self.clock)
        try json.add("generation", self.generation)
        try json.add("reason", self.reason)
        try json.add("remaining", self.remaining)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension ClockResumed: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            reason: try json.get("reason"),
            at: try json.get("at"),
            due: try json.get("due"),
            calendar: try json.get("calendar"),
            paused: try json.get("paused"),
            pausedWorking: try json.get("paused_working"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("at", self.at)
        try json.add("calendar", self.calendar)
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("generation", self.generation)
        try json.add("paused", self.paused)
        try json.add("paused_working", self.pausedWorking)
        try json.add("reason", self.reason)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension ClockMoved: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            generation: try json.get("generation"),
            reason: try json.get("reason"),
            target: try json.get("target"),
            ladder: try json.find("ladder"),
            calendar: try json.get("calendar"),
            at: try json.get("at"),
            old: try json.get("old"),
            due: try json.get("due"),
            length: try json.get("length"),
            timers: try json.get("timers"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("at", self.at)
        try json.add("calendar", self.calendar)
        try json.add("clock", self.clock)
        try json.add("due", self.due)
        try json.add("generation", self.generation)
        try json.add("ladder", self.ladder)
        try json.add("length", self.length)
        try json.add("old", self.old)
        try json.add("reason", self.reason)
        try json.add("target", self.target)
        try json.add("timers", self.timers)
        json.close()
    }
}

extension ClockStopped: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            clock: try json.get("clock"),
            at: try json.get("at"),
            breached: try json.get("breached"),
            level: try json.get("level"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("at", self.at)
        try json.add("breached", self.breached)
        try json.add("clock", self.clock)
        try json.add("level", self.level)
        json.close()
    }
}
