import Yams

/// Reads the section `open311` of a programme.
struct Open311Reader {
    let log: ReadingLog

    private static let keys = ["jurisdiction", "changeset", "contact", "key_service", "workflows", "services"]

    /// - Parameter offices: The ids that the programme declares.
    func jurisdiction(_ node: Node, offices: [String]) -> Open311Jurisdiction? {
        guard let map = MappingReader(node, path: "open311", log: self.log) else { return nil }
        map.allow(Self.keys, former: ["jurisdiction_id": "jurisdiction", "mappings": "workflows"])
        let mappings = map.required("workflows").map { self.mappings($0, path: map.path("workflows")) } ?? [:]
        let known = map.node("workflows")?.mapping?.compactMap { $0.key.scalar?.string } ?? []
        let reader = Open311ServiceReader(log: self.log, offices: offices, workflows: known)
        let services = map.required("services").map { reader.services($0, path: map.path("services")) } ?? []
        let changeset: Instant? = map.required("changeset").flatMap {
            map.value($0, "an instant with a zone such as 2026-04-10T00:00:00Z")
        }
        guard let id = map.required("jurisdiction").flatMap({ self.name($0, in: map) }), let changeset else {
            return nil
        }
        return Open311Jurisdiction(
            id: id, changeset: changeset, contact: map.text("contact"), keyService: map.text("key_service"),
            mappings: mappings, services: services)
    }

    /// A jurisdiction is named like a site, such as `city.example.org`.
    private func name(_ node: Node, in map: MappingReader) -> String? {
        guard let text = map.text(node) else { return nil }
        let isPlain = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && !"/?&#,".utf8.contains(byte) }
        guard 1...100 ~= text.utf8.count, text.utf8.allSatisfy(isPlain) else {
            self.log.error(
                "bad-name", "expected an id without blanks such as city.example.org but found '\(text)'", at: node)
            return nil
        }
        return text
    }

    /// Reads `{complaint: {role: complainant, fields: {summary: description}, states: {resolved: {notes: "…"}}}}`.
    private func mappings(_ node: Node, path: String) -> [String: Open311Mapping] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [:] }
        var mappings: [String: Open311Mapping] = [:]
        for entry in map.entries {
            guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { continue }
            own.allow(["role", "fields", "states"])
            let fields = own.required("fields").map { self.fields($0, path: own.path("fields")) } ?? [:]
            let states = own.node("states").map { self.states($0, path: own.path("states")) } ?? [:]
            guard let role = own.required("role").flatMap({ own.text($0) }) else { continue }
            mappings[entry.key] = Open311Mapping(role: role, fields: fields, states: states)
        }
        return mappings
    }

    private func fields(_ node: Node, path: String) -> [String: [Open311Parameter]] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [:] }
        let names = Open311Parameter.allCases.map(\.rawValue)
        var fields: [String: [Open311Parameter]] = [:]
        for entry in map.entries {
            fields[entry.key] = map.texts(entry.key).compactMap { text, node in
                guard map.isKnown(text, "parameter", names, at: node) else { return nil }
                return Open311Parameter(rawValue: text)
            }
        }
        return fields
    }

    private func states(_ node: Node, path: String) -> [String: Open311Mapping.Standing] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [:] }
        var states: [String: Open311Mapping.Standing] = [:]
        for entry in map.entries {
            guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { continue }
            own.allow(["status", "notes"])
            states[entry.key] = Open311Mapping.Standing(status: own.choice("status"), notes: own.text("notes"))
        }
        return states
    }
}
