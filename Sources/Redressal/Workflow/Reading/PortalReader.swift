import Yams

/// Reads `portal`: what the public pages ask and tell.
struct PortalReader {
    let log: ReadingLog
    let fields: [Field]

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = ["ask", "tell"]

    func portal(_ node: Node) -> Portal? {
        guard let map = MappingReader(node, path: "portal", log: self.log) else { return nil }
        map.allow(Self.keys)
        guard let place = map.required("ask") else { return nil }
        let portal = Portal(ask: self.names("ask", map), tell: self.names("tell", map))
        for field in self.fields where field.isRequired && !portal.ask.contains(field.name) {
            self.log.error(
                "missing-field",
                "expected '\(field.name)' among what is asked, for no case opens without it, but it is missing",
                at: place)
        }
        return portal
    }

    private func names(_ key: String, _ map: MappingReader) -> [FieldName] {
        let known = self.fields.map(\.name.rawValue)
        return map.texts(key).filter { map.isKnown($0.text, "field", known, at: $0.node) }.map { FieldName($0.text) }
    }
}
