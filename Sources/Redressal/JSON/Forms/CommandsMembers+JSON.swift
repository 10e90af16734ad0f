extension OpenCase: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            workflow: try json.get("workflow"),
            state: try json.find("state"),
            office: try json.get("office"),
            severity: try json.find("severity"),
            fields: try json.get("fields"),
            parent: try json.find("parent"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("fields", self.fields)
        try json.add("office", self.office)
        try json.add("parent", self.parent)
        try json.add("severity", self.severity)
        try json.add("state", self.state)
        try json.add("workflow", self.workflow)
        json.close()
    }
}

extension TakeAction: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            action: try json.get("action"),
            fields: try json.get("fields"),
            carried: try json.find("carried"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("action", self.action)
        try json.add("carried", self.carried)
        try json.add("fields", self.fields)
        json.close()
    }
}

extension FireTimer: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            timer: try json.get("timer"),
            generation: try json.get("generation"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("generation", self.generation)
        try json.add("timer", self.timer)
        json.close()
    }
}

extension NotifyLink: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            link: try json.get("link"),
            state: try json.get("state"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("link", self.link)
        try json.add("state", self.state)
        json.close()
    }
}

extension EndHistory: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            live: try json.get("live"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("live", self.live)
        json.close()
    }
}

extension RecomputeClocks: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            reason: try json.get("reason"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("reason", self.reason)
        json.close()
    }
}

extension MigrateCase: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            version: try json.get("version"),
            states: try json.get("states"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("states", self.states)
        try json.add("version", self.version)
        json.close()
    }
}

extension Command: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            id: try json.get("id"),
            case: try json.get("case"),
            actor: try json.get("actor"),
            channel: try json.get("channel"),
            occurred: try json.get("occurred"),
            vouched: try json.find("vouched"),
            expected: try json.find("expected"),
            request: try json.get("request"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("actor", self.actor)
        try json.add("case", self.case)
        try json.add("channel", self.channel)
        try json.add("expected", self.expected)
        try json.add("id", self.id)
        try json.add("occurred", self.occurred)
        try json.add("request", self.request)
        try json.add("vouched", self.vouched)
        json.close()
    }
}

extension Outcome: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            command: try json.get("command"),
            case: try json.get("case"),
            status: try json.get("status"),
            rejection: try json.find("rejection"),
            seq: try json.get("seq"),
            events: try json.get("events"),
            repeated: try json.get("repeated"),
            request: try json.get("request"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("case", self.case)
        try json.add("command", self.command)
        try json.add("events", self.events)
        try json.add("rejection", self.rejection)
        try json.add("repeated", self.repeated)
        try json.add("request", self.request)
        try json.add("seq", self.seq)
        try json.add("status", self.status)
        json.close()
    }
}

extension Rejection: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            try json.get("code"),
            try json.get("message"),
            field: try json.find("field"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("code", self.code)
        try json.add("field", self.field)
        try json.add("message", self.message)
        json.close()
    }
}
