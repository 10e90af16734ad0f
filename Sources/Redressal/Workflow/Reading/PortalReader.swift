import Yams

/// Reads `portal`: what the public pages ask and tell.
struct PortalReader {
    let log: ReadingLog
    let fields: [Field]
    let states: [String]

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = ["ask", "tell", "told_in"]

    func portal(_ node: Node) -> Portal? {
        guard let map = MappingReader(node, path: "portal", log: self.log) else { return nil }
        map.allow(Self.keys)
        guard let place = map.required("ask") else { return nil }
        let tell = self.names("tell", map)
        let portal = Portal(ask: self.names("ask", map), tell: tell, toldIn: self.toldIn(map, tell))
        for field in self.fields where field.isRequired && !portal.ask.contains(field.name) {
            self.log.error(
                "missing-field",
                "expected '\(field.name)' among what is asked, for no case opens without it, but it is missing",
                at: place)
        }
        return portal
    }

    /// Reads `{action_taken: [resolved]}`: only what is told at all, and states that there are.
    private func toldIn(_ map: MappingReader, _ tell: [FieldName]) -> [FieldName: Set<StateName>] {
        guard let node = map.node("told_in"),
            let own = MappingReader(node, path: map.path("told_in"), log: self.log)
        else { return [:] }
        var toldIn: [FieldName: Set<StateName>] = [:]
        for entry in own.entries where own.isKnown(entry.key, "field", tell.map(\.rawValue), at: entry.keyNode) {
            let states = own.texts(entry.key).filter { own.isKnown($0.text, "state", self.states, at: $0.node) }
            toldIn[FieldName(entry.key)] = Set(states.map { StateName($0.text) })
        }
        return toldIn
    }

    private func names(_ key: String, _ map: MappingReader) -> [FieldName] {
        let known = self.fields.map(\.name.rawValue)
        return map.texts(key).filter { map.isKnown($0.text, "field", known, at: $0.node) }.map { FieldName($0.text) }
    }
}
