extension CaseState: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        self.init(
            id: try json.get("id"),
            workflow: try json.get("workflow"),
            reference: try json.get("reference"),
            state: try json.get("state"),
            previous: try json.find("previous"),
            office: try json.get("office"),
            severity: try json.find("severity"),
            assignee: try json.find("assignee"),
            fields: try json.get("fields"),
            opened: try json.get("opened"),
            since: try json.get("since"),
            closed: try json.find("closed"),
            lastClosed: try json.find("lastClosed"),
            touched: try json.get("touched"),
            reopened: try json.get("reopened"),
            reassigned: try json.get("reassigned"),
            counts: try json.get("counts"),
            doers: try json.get("doers"),
            actors: try json.get("actors"),
            approvals: try json.get("approvals"),
            clocks: try Self.clocks(json.member("clocks")),
            timers: try json.get("timers"),
            links: try json.get("links"),
            parent: try json.find("parent"),
            orphaned: try json.get("orphaned"),
            historical: try json.get("historical"),
            generation: try json.get("generation"),
            seq: try json.get("seq"),
            head: try json.get("head"))
    }

    private static func clocks(_ json: JSONValue) throws(JSONMismatch) -> [ClockName: ClockState] {
        var clocks: [ClockName: ClockState] = [:]
        for (key, value) in try json.members {
            guard let name = ClockName(rawValue: key) else { throw JSONMismatch() }
            clocks[name] = try ClockState(value)
        }
        return clocks
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        try json.add("actors", self.actors)
        try json.add("approvals", self.approvals)
        try json.add("assignee", self.assignee)
        json.begin("clocks")
        try json.members(Dictionary(uniqueKeysWithValues: self.clocks.map { ($0.key.rawValue, $0.value) }))
        try json.add("closed", self.closed)
        try json.add("counts", self.counts)
        try json.add("doers", self.doers)
        try json.add("fields", self.fields)
        try json.add("generation", self.generation)
        try json.add("head", self.head)
        try json.add("historical", self.historical)
        try json.add("id", self.id)
        try json.add("lastClosed", self.lastClosed)
        try json.add("links", self.links)
        try json.add("office", self.office)
        try json.add("opened", self.opened)
        try json.add("orphaned", self.orphaned)
        try json.add("parent", self.parent)
        try json.add("previous", self.previous)
        try json.add("reassigned", self.reassigned)
        try json.add("reference", self.reference)
        try json.add("reopened", self.reopened)
        try json.add("seq", self.seq)
        try json.add("severity", self.severity)
        try json.add("since", self.since)
        try json.add("state", self.state)
        try json.add("timers", self.timers)
        try json.add("touched", self.touched)
        try json.add("workflow", self.workflow)
        json.close()
    }
}
