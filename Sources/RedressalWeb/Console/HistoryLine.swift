import Redressal

/// An event of a case as one line of its history.
struct HistoryLine: Sendable {
    /// Writing something down later than this is worth telling.
    private static let noteworthy: Int64 = 3_600_000

    let values: [String: any Sendable]

    init(_ entry: TimelineEntry, _ workflow: WorkflowDefinition?, _ speech: Speech, _ clock: OfficeClock) {
        let record = entry.record
        var values: [String: any Sendable] = [
            "what": Self.name(of: entry, workflow, speech), "when": clock.text(record.occurred),
            "who": Self.name(of: record.actor, speech),
        ]
        if let to = entry.toState, to != entry.fromState {
            let from = entry.fromState.map { "\(speech.state($0, of: workflow)) → " } ?? ""
            values["change"] = from + speech.state(to, of: workflow)
        }
        if Self.isLate(record) {
            values["late"] = speech("case.late", ["when": clock.text(record.recorded)])
        }
        self.values = values
    }

    /// Whether an event was written down so long after it happened that it is worth telling.
    static func isLate(_ record: EventRecord) -> Bool {
        record.occurred.milliseconds(to: record.recorded) > Self.noteworthy
    }

    private static func name(of entry: TimelineEntry, _ workflow: WorkflowDefinition?, _ speech: Speech) -> String {
        if case .actionTaken(let facts) = entry.record.event, let workflow,
            let action = workflow.actions(named: ActionName(facts.action)).first
        {
            return speech.action(action, of: workflow)
        }
        return speech.known("events.\(entry.record.event.kind.rawValue)") ?? entry.name
    }

    /// The person, and the seat they acted in.
    private static func name(of actor: Actor, _ speech: Speech) -> String {
        guard actor != .system else { return speech("case.system") }
        let seat = actor.post.map { ", \($0)" } ?? ""
        let other = actor.onBehalfOf.map { " (\(speech("case.on_behalf_of")) \($0))" } ?? ""
        return "\(actor.user), \(speech.role(actor.role))\(seat)\(other)"
    }
}
