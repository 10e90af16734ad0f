import Yams

/// Reads the defaults file that workflows share.
enum DefaultsReader {
    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = [
        "kind", "calendars", "reminders", "quiet_hours", "severities", "posts", "pause_cap", "chains",
    ]

    /// What a text says; where it is silent or wrong, the built-in defaults.
    static func read(_ text: String, log: ReadingLog) -> WorkflowDefaults {
        var defaults = WorkflowDefaults()
        guard let root = YAMLDocument.root(of: text, log: log),
            let map = MappingReader(root, path: "", log: log)
        else { return defaults }
        map.allow(Self.keys)
        if let kind = map.required("kind"), let text = map.text(kind), text != "defaults" {
            log.error("bad-value", "expected 'defaults' but found '\(text)'", at: kind)
        }
        defaults.calendars = map.texts("calendars").map(\.text)
        defaults.reminders = map.percents("reminders") ?? []
        defaults.severities = map.names("severities")
        defaults.posts = map.names("posts")
        defaults.pauseCap = map.node("pause_cap").flatMap(map.span) ?? defaults.pauseCap
        defaults.chains = map.node("chains").map { LadderReader(log: log).ladders($0) } ?? [:]
        defaults.quietHours = map.node("quiet_hours").flatMap {
            self.quietHours($0, severities: defaults.severities, log: log)
        }
        return defaults
    }

    private static func quietHours(_ node: Node, severities: [String], log: ReadingLog) -> QuietHours? {
        guard let map = MappingReader(node, path: "quiet_hours", log: log) else { return nil }
        map.allow(["from", "to", "except_severity"])
        let from = map.required("from").flatMap { self.timeOfDay($0, map) }
        let to = map.required("to").flatMap { self.timeOfDay($0, map) }
        let exceptions = map.texts("except_severity").filter {
            map.isKnown($0.text, "severity", severities, at: $0.node)
        }
        guard let from, let to else { return nil }
        return QuietHours(from: from, to: to, exceptSeverity: exceptions.map(\.text))
    }

    private static func timeOfDay(_ node: Node, _ map: MappingReader) -> String? {
        guard let text = map.text(node, "a time of day such as \"20:00\"") else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2], let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute)
        else {
            map.log.error("bad-value", "expected a time of day such as \"20:00\" but found '\(text)'", at: node)
            return nil
        }
        return text
    }
}
