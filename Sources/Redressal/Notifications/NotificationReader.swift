import Yams

/// Reads who is told of what from YAML, and says all that is wrong with it.
struct NotificationReader {
    let log: ReadingLog
    /// The workflows that may be named; nil when they are not known.
    let workflows: [WorkflowDefinition]?
    /// The texts there are; nil when they are not known.
    let languages: NoticeLanguages?

    private static let keys = [
        "kind", "notifications", "version", "language", "party", "officers", "silent_in", "rules",
    ]

    /// Reads the text of one file.
    ///
    /// - Parameters:
    ///   - file: The name that findings give.
    ///   - workflows: Those that it may be about; nil leaves events, states, fields and roles unchecked.
    ///   - languages: The texts there are; nil leaves them unchecked.
    static func read(
        _ text: String, file: String, workflows: [WorkflowDefinition]? = nil, languages: NoticeLanguages? = nil
    ) -> NotificationReading {
        let log = ReadingLog(file: file)
        let rules = NotificationReader(log: log, workflows: workflows, languages: languages).rules(text)
        return NotificationReading(
            rules: log.findings.hasErrors ? nil : rules, findings: log.findings.sorted())
    }

    private func rules(_ text: String) -> NotificationRules? {
        guard let root = YAMLDocument.root(of: text, log: self.log),
            let map = MappingReader(root, path: "", log: self.log)
        else { return nil }
        map.allow(Self.keys, former: ["workflow": "notifications"])
        map.checkKind("notifications")
        let workflow = self.workflow(map)
        let party = map.node("party").flatMap { self.party($0, workflow) }
        let (medium, digest) = self.officers(map)
        let lines = NotificationRuleReader(
            // One that could not be read is there all the same: one mistake, one finding.
            workflow: workflow, isPartyReached: map.node("party") != nil, templates: self.languages?.templates,
            log: self.log)
        let rules = map.required("rules") == nil ? [] : lines.rules(map.items("rules"))
        let silent = map.texts("silent_in").filter {
            self.isKnown($0.text, "state", workflow?.stateNames, map, $0.node)
        }
        guard let name = map.text("notifications"), let language = self.language(map),
            let version = map.required("version").flatMap({ _ in map.positive("version") })
        else { return nil }
        return NotificationRules(
            workflow: name, version: version, language: language, party: party, officersBy: medium, digest: digest,
            silentIn: Set(silent.map { StateName($0.text) }), rules: rules)
    }

    /// The workflow that the rules are about; nil where it is not known, then nothing is checked against it.
    private func workflow(_ map: MappingReader) -> WorkflowDefinition? {
        guard let node = map.required("notifications"), let name = map.text(node), let workflows else { return nil }
        guard map.isKnown(name, "workflow", workflows.map(\.name), at: node) else { return nil }
        return workflows.last { $0.name == name }
    }

    private func language(_ map: MappingReader) -> String? {
        guard let node = map.required("language"), let tag = map.text(node) else { return nil }
        return self.isKnown(tag, "language", self.languages?.tags, map, node) ? tag : nil
    }

    private func officers(_ map: MappingReader) -> (MessageMedium, Int64) {
        guard let node = map.node("officers"), let own = MappingReader(node, path: "officers", log: self.log) else {
            return (.email, 0)
        }
        own.allow(["by", "digest"])
        return (own.choice("by") ?? .email, own.node("digest").flatMap { self.window($0, own) } ?? 0)
    }

    /// A span by the wall clock, in milliseconds: digests go out at the same moments in all offices.
    private func window(_ node: Node, _ map: MappingReader) -> Int64? {
        guard let span = map.span(node) else { return nil }
        switch span.unit {
        case .minutes where span.amount > 0: return Int64(span.amount) * 60_000
        case .hours where span.amount > 0: return Int64(span.amount) * 3_600_000
        default:
            self.log.error("bad-value", "expected minutes or hours such as 30m or 4h but found '\(span)'", at: node)
            return nil
        }
    }

    private func isKnown(
        _ text: String, _ what: String, _ names: [String]?, _ map: MappingReader, _ node: Node
    ) -> Bool {
        names.map { map.isKnown(text, what, $0, at: node) } ?? true
    }
}

extension MappingReader {
    /// Reports a file of another kind.
    func checkKind(_ kind: String) {
        guard let node = self.required("kind"), let text = self.text(node), text != kind else { return }
        self.log.error("bad-value", "expected '\(kind)' but found '\(text)'", at: node)
    }
}

extension WorkflowDefinition {
    var stateNames: [String] { self.states.map(\.name.rawValue) }
}
