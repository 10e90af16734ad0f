extension CommandRequest: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        let members = try json.members
        guard members.count == 1, let (key, value) = members.first else { throw JSONMismatch() }
        switch key {
        case "open": self = .open(try OpenCase(value))
        case "act": self = .act(try TakeAction(value))
        case "fire_timer": self = .fireTimer(try FireTimer(value))
        case "notify": self = .notify(try NotifyLink(value))
        case "end_history": self = .endHistory(try EndHistory(value))
        case "recompute_clocks": self = .recomputeClocks(try RecomputeClocks(value))
        case "migrate": self = .migrate(try MigrateCase(value))
        default: throw JSONMismatch()
        }
    }

    func write(to json: inout JSONWriter) throws {
        json.open()
        switch self {
        case .open(let request): try json.add("open", request)
        case .act(let request): try json.add("act", request)
        case .fireTimer(let request): try json.add("fire_timer", request)
        case .notify(let request): try json.add("notify", request)
        case .endHistory(let request): try json.add("end_history", request)
        case .recomputeClocks(let request): try json.add("recompute_clocks", request)
        case .migrate(let request): try json.add("migrate", request)
        }
        json.close()
    }
}
