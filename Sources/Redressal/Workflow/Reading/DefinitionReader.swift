import Yams

/// Reads the root of a workflow file: names first, then what refers to them.
struct DefinitionReader {
    let log: ReadingLog
    let defaults: WorkflowDefaults

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = [
        "workflow", "version", "title", "calendar", "initial", "subject", "total", "roles", "parties", "posts",
        "relations", "portal", "lane", "severities", "reminders", "pause_cap", "fields", "profiles", "states",
        "actions",
        "chains",
    ]

    /// The definition, or nil after a report.
    func read(_ text: String, contentHash: String) -> WorkflowDefinition? {
        guard let root = YAMLDocument.root(of: text, log: self.log),
            let map = MappingReader(root, path: "", log: self.log)
        else { return nil }
        map.allow(Self.keys, former: ["transitions": "actions", "name": "workflow"])
        let shared = self.shared(map)
        let fields = self.fields(map)
        let names = self.names(map, fields)
        let clocks = ClockReader(log: self.log, names: names, defaults: shared)
        let states = map.required("states").map { StateReader(clocks: clocks).states($0) } ?? []
        let actions = map.required("actions").map { ActionReader(log: self.log, names: names).actions($0, map) } ?? []
        let profiles = map.node("profiles").map { ProfileReader(clocks: clocks).profiles($0) } ?? [:]
        let total = map.node("total").flatMap(clocks.total)
        guard let name = self.name(map), let version = self.version(map), let calendar = clocks.calendar(in: map) else {
            return nil
        }
        let used = Set(
            states.compactMap(\.chain) + profiles.values.compactMap(\.chain) + [total?.chain].compactMap(\.self)
                + (map.node("chains").map { LadderReader.names($0) } ?? []))
        return WorkflowDefinition(
            name: name, version: version, title: map.text("title"), calendar: calendar,
            initialStates: self.initialStates(map, names), total: total, profiles: profiles, states: states,
            actions: actions, roles: names.roles.map { Role($0) }, parties: self.parties(map, names),
            posts: shared.posts,
            relations: names.relations, fields: fields,
            portal: map.node("portal").flatMap {
                PortalReader(log: self.log, fields: fields, states: names.states).portal($0)
            },
            lane: map.node("lane").flatMap { self.lane($0, map) },
            chains: shared.chains.filter { used.contains($0.key) },
            severities: shared.severities,
            quietHours: shared.quietHours, contentHash: contentHash)
    }

    private func name(_ map: MappingReader) -> String? {
        guard let node = map.required("workflow"), let text = map.text(node), map.isName(text, at: node) else {
            return nil
        }
        return text
    }

    private func lane(_ node: Node, _ map: MappingReader) -> String? {
        map.text(node).flatMap { map.isName($0, at: node) ? $0 : nil }
    }

    private func version(_ map: MappingReader) -> Int? {
        map.required("version") == nil ? nil : map.positive("version")
    }

    /// The defaults with what the file says itself on top.
    private func shared(_ map: MappingReader) -> WorkflowDefaults {
        var shared = self.defaults
        shared.reminders = map.percents("reminders") ?? shared.reminders
        shared.pauseCap = map.node("pause_cap").flatMap(map.span) ?? shared.pauseCap
        if map.node("severities") != nil { shared.severities = map.names("severities") }
        shared.posts += map.names("posts")
        let own = map.node("chains").map { LadderReader(log: self.log).ladders($0) } ?? [:]
        shared.chains.merge(own) { _, own in own }
        // The ladder nobody is on needs no declaration.
        shared.chains["none"] = shared.chains["none"] ?? Ladder(name: "none", levels: [])
        return shared
    }

    private func fields(_ map: MappingReader) -> [Field] {
        let subject = map.text("subject").map { FieldName($0) }
        let fields = map.node("fields").map { FieldReader(log: self.log, subject: subject).fields($0) } ?? []
        if let subject, let node = map.node("subject") { FieldReader.check(subject: subject, fields, map, at: node) }
        return fields
    }

    private func names(_ map: MappingReader, _ fields: [Field]) -> DefinitionNames {
        var names = DefinitionNames()
        names.roles = map.required("roles") == nil ? [] : map.names("roles")
        names.relations = map.names("relations")
        names.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        if let node = map.node("states"), case .mapping(let states) = node {
            names.states = states.compactMap { $0.key.scalar?.string }
            names.openStates = states.filter { ["false", nil].contains($0.value.mapping?["final"]?.scalar?.string) }
                .compactMap { $0.key.scalar.map { StateName($0.string) } }
        }
        if let node = map.node("actions"), case .sequence(let actions) = node {
            names.actions = actions.compactMap { $0.mapping?["do"]?.scalar?.string }
            names.events = actions.compactMap { $0.mapping?["emit"]?.scalar?.string }
            names.relations += actions.compactMap { $0.mapping?["spawn"]?.mapping?["relation"]?.scalar?.string }
        }
        return names
    }

    /// Reads `{complainant: complainant_ref}`.
    private func parties(_ map: MappingReader, _ names: DefinitionNames) -> [Role: FieldName] {
        guard let own = map.node("parties").flatMap({ MappingReader($0, path: "parties", log: self.log) }) else {
            return [:]
        }
        let fields = Array(names.fields.values)
        var parties: [Role: FieldName] = [:]
        for entry in own.entries where own.isKnown(entry.key, "role", names.roles, at: entry.keyNode) {
            guard let name = own.text(entry.value).map({ FieldName($0) }) else { continue }
            FieldReader.check(subject: name, fields, own, at: entry.value)
            if names.fields[name]?.isPersonal == true {
                self.log.error(
                    "bad-value",
                    "expected a field that is not sealed, to compare it with who acts, but \(name) is personal",
                    at: entry.value)
            }
            parties[Role(entry.key)] = name
        }
        return parties
    }

    private func initialStates(_ map: MappingReader, _ names: DefinitionNames) -> [StateName] {
        guard map.required("initial") != nil else { return [] }
        return map.texts("initial")
            .filter { map.isKnown($0.text, "state", names.states, at: $0.node) }
            .map { StateName($0.text) }
    }
}
