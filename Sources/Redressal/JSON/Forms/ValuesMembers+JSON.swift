extension WorkflowPin: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            name: try json.get("name"),
            version: try json.get("version"),
            hash: try json.get("hash"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("hash", self.hash)
        try json.add("name", self.name)
        try json.add("version", self.version)
        json.close()
    }
}

extension Actor: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            user: try json.get("user"),
            role: try json.get("role"),
            post: try json.find("post"),
            office: try json.find("office"),
            onBehalfOf: try json.find("on_behalf_of"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("office", self.office)
        try json.add("on_behalf_of", self.onBehalfOf)
        try json.add("post", self.post)
        try json.add("role", self.role)
        try json.add("user", self.user)
        json.close()
    }
}

extension Assignee: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            user: try json.find("user"),
            post: try json.find("post"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("post", self.post)
        try json.add("user", self.user)
        json.close()
    }
}

extension SealedValue: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            subject: try json.get("subject"),
            box: try json.get("box"),
            mac: try json.find("mac"),
            origin: try json.find("origin"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("box", self.box)
        try json.add("mac", self.mac)
        try json.add("origin", self.origin)
        try json.add("subject", self.subject)
        json.close()
    }
}

extension CalendarReference: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            id: try json.get("id"),
            version: try json.get("version"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("id", self.id)
        try json.add("version", self.version)
        json.close()
    }
}

extension CaseLink: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            relation: try json.get("relation"),
            workflow: try json.get("workflow"),
            case: try json.get("case"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("case", self.case)
        try json.add("relation", self.relation)
        try json.add("workflow", self.workflow)
        json.close()
    }
}

extension SkippedStep: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            level: try json.get("level"),
            role: try json.get("role"),
            post: try json.find("post"),
            reason: try json.get("reason"))
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("level", self.level)
        try json.add("post", self.post)
        try json.add("reason", self.reason)
        try json.add("role", self.role)
        json.close()
    }
}
