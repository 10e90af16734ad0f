import Yams

/// Reads targets, ladders' names, calendars and the total clock.
struct ClockReader {
    let log: ReadingLog
    let names: DefinitionNames
    let defaults: WorkflowDefaults

    /// What reading a target comes to: `none` is an answer, a mistake is not.
    enum Reading: Hashable {
        case none
        case target(ClockTarget)
        case mistake
    }

    /// A span, `$field` or `none`.
    func target(_ node: Node, in map: MappingReader) -> Reading {
        let expected = "a span such as 3d or 5bd, a field such as $planned_end, or none"
        guard let text = map.text(node, expected) else { return .mistake }
        if text == "none" { return .none }
        if text.hasPrefix("$") {
            let field = FieldReference(log: self.log, fields: self.names.fields)
            return field.read(node, map, [.instant, .date]).map { .target(.field($0)) } ?? .mistake
        }
        if let span = TimeSpan(text) { return .target(.span(span)) }
        self.log.error("bad-value", "expected \(expected) but found '\(text)'", at: node)
        return .mistake
    }

    /// The target under a key; nil for none, nothing and mistakes.
    func target(_ key: String, in map: MappingReader) -> ClockTarget? {
        guard let node = map.node(key), case .target(let target) = self.target(node, in: map) else { return nil }
        return target
    }

    /// The name of a declared ladder.
    func chain(in map: MappingReader) -> String? {
        guard let node = map.node("chain"), let name = map.text(node),
            map.isKnown(name, "chain", self.defaults.chains.keys, at: node)
        else { return nil }
        return name
    }

    /// `$office` or a calendar's id; `$office` where nothing is said.
    func calendar(in map: MappingReader) -> CalendarChoice? {
        guard let node = map.node("calendar") else { return .office }
        guard let text = map.text(node) else { return nil }
        if text == "$office" { return .office }
        let known = self.defaults.calendars
        guard known.isEmpty || map.isKnown(text, "calendar", known + ["$office"], at: node) else { return nil }
        return .named(text)
    }

    /// Percentages, or the defaults where nothing is said.
    func remind(in map: MappingReader) -> [Percent] { map.percents("remind") ?? self.defaults.reminders }

    /// The total clock: a target alone, or a mapping with `within`, `chain` and `remind`.
    func total(_ node: Node) -> TotalClock? {
        if case .scalar = node {
            guard let map = MappingReader(Node.mapping([:]), path: "total", log: self.log),
                case .target(let target) = self.target(node, in: map)
            else { return nil }
            return TotalClock(target: target, remind: self.defaults.reminders)
        }
        guard let map = MappingReader(node, path: "total", log: self.log) else { return nil }
        map.allow(["within", "chain", "remind"], former: ["sla": "within"])
        guard map.required("within") != nil, let target = self.target("within", in: map) else { return nil }
        return TotalClock(target: target, chain: self.chain(in: map), remind: self.remind(in: map))
    }
}
