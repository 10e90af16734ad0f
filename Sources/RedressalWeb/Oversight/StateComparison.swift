import Redressal

/// Where a case stood, as it was known then and as it is known now, side by side.
struct StateComparison: Sendable {
    /// What is compared, line by line.
    struct Line: Hashable, Sendable {
        let label: String
        /// Nil where there was none.
        let then: String?
        let now: String?
        let differs: Bool
    }

    let lines: [Line]
    /// What is said of what was not known.
    private let unknown: String

    /// - Parameters:
    ///   - then: Nil when nothing of the case was known.
    ///   - now: Nil when the case was not open yet.
    init(_ then: CaseState?, _ now: CaseState?, _ catalog: DefinitionCatalog, _ speech: Speech, _ clock: OfficeClock) {
        self.unknown = speech("audit.history.unknown")
        let sides = [then, now].map { state in
            state.map { Self.facts(of: $0, catalog, speech, clock) } ?? []
        }
        var keys: [String] = []
        for fact in sides.joined() where !keys.contains(fact.key) { keys.append(fact.key) }
        self.lines = keys.map { key in
            let (left, right) = (sides[0].first { $0.key == key }, sides[1].first { $0.key == key })
            return Line(
                label: left?.label ?? right?.label ?? key, then: left?.text, now: right?.text,
                differs: left?.value != right?.value)
        }
    }

    var values: [[String: any Sendable]] {
        self.lines.map { line in
            [
                "label": line.label, "then": line.then ?? self.unknown, "now": line.now ?? self.unknown,
                "differs": line.differs,
            ]
        }
    }

    /// Something about a case: what it is called, how it is told, and what it is.
    private struct Fact: Sendable {
        let key: String
        let label: String
        let text: String
        let value: FieldValue
    }

    private static func facts(
        of state: CaseState, _ catalog: DefinitionCatalog, _ speech: Speech, _ clock: OfficeClock
    ) -> [Fact] {
        let workflow = catalog.workflow(state.workflow)
        func fact(_ key: String, _ text: String, _ value: String? = nil) -> Fact {
            Fact(key: key, label: speech("audit.history.facts.\(key)"), text: text, value: .string(value ?? text))
        }
        var facts = [
            fact("state", speech.state(state.state, of: workflow), state.state),
            fact("office", catalog.org.office(state.office)?.name ?? state.office, state.office),
            fact("holder", state.assignee?.label ?? speech("case.nobody")),
            fact(
                "rules",
                speech.version(state.workflow.version, of: workflow.map { speech.workflow($0) } ?? state.workflow.name)),
            fact("severity", state.severity.map { speech.code($0, of: "severity", in: workflow) } ?? "–"),
            fact("level", String(state.escalationLevel)),
            fact("orphaned", speech(state.orphaned ? "values.yes" : "values.no")),
            fact("closed", state.closed.map { clock.text($0) } ?? "–"),
            fact("reopened", String(state.reopened)), fact("events", String(state.seq)),
        ]
        facts += state.clocks.sorted { $0.key.rawValue < $1.key.rawValue }.map { name, standing in
            let text = Self.text(standing, speech, clock)
            return Fact(
                key: "clock.\(name.rawValue)", label: speech("clocks.\(name.rawValue)"), text: text,
                value: .string("\(text) \(standing.due)"))
        }
        return facts + Self.fields(of: state, workflow, catalog, speech, clock)
    }

    private static func text(_ clock: ClockState, _ speech: Speech, _ times: OfficeClock) -> String {
        let calendar = speech.version(clock.calendar.version, of: clock.calendar.id)
        let due = clock.pause == nil ? times.text(clock.due) : speech("due.paused")
        return "\(due)\(clock.breached ? ", \(speech("badges.overdue"))" : "") (\(clock.target), \(calendar))"
    }

    private static func fields(
        of state: CaseState, _ workflow: WorkflowDefinition?, _ catalog: DefinitionCatalog, _ speech: Speech,
        _ clock: OfficeClock
    ) -> [Fact] {
        state.fields.sorted { $0.key < $1.key }.map { name, value in
            let field = workflow?.field(FieldName(name))
            let shown =
                if let field, let workflow {
                    ShownValue(value, of: field, in: workflow, catalog, speech, clock).text
                } else {
                    value.text ?? speech("values.sealed")
                }
            return Fact(
                key: "field.\(name)", label: speech.field(FieldName(name), of: workflow), text: shown, value: value)
        }
    }
}
