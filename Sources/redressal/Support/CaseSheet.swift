import Redressal
import RedressalRuntime

/// A case as people read it in a terminal.
struct CaseSheet {
    /// What to say of a case whose timers wait for its own commands.
    static let historyNote = "an imported case: its clocks run by its own history, not by today's date"

    private let state: CaseState
    private let workflow: WorkflowDefinition?
    private let time: OfficeTime

    init(_ state: CaseState, _ catalog: DefinitionCatalog) {
        self.state = state
        self.workflow = catalog.workflow(state.workflow)
        self.time = OfficeTime(state.office, catalog)
    }

    /// Where it stands, when what is due, and its fields.
    func printState() {
        let state = self.state
        Terminal.print("\(state.reference)  \(state.workflow.name) v\(state.workflow.version)  \(state.id)")
        Terminal.print("times are those of \(state.office), \(self.time.zoneName)")
        if state.historical {
            Terminal.print(Self.historyNote)
        }
        Terminal.print("now      \(state.state) since \(self.time.text(state.since))")
        Terminal.print("office   \(state.office), held by \(state.assignee?.label ?? "nobody")")
        for (name, clock) in state.clocks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let paused = clock.pause.map { ", paused since \(self.time.text($0.since))" } ?? ""
            let breached = clock.breached ? ", overdue, ladder level \(clock.level)" : ""
            let label = name == .state ? "this step is due" : "the case is due"
            Terminal.print("\(label) \(self.time.text(clock.due))\(paused)\(breached)")
        }
        for (name, value) in state.fields.sorted(by: { $0.key < $1.key }) {
            Terminal.print("  \(name): \(Self.text(value))")
        }
    }

    /// - Parameter clocks: Whether to show what happened to clocks and reminders too.
    func printTimeline(_ events: [EventRecord], clocks: Bool) {
        let shown = clocks ? events : events.filter { !$0.event.isBookkeeping }
        Terminal.print("")
        Terminal.table(["#", "when", "what", "who", "role"], shown.map(self.row))
        if shown.count < events.count {
            Terminal.print("(\(events.count - shown.count) entries about clocks: --clocks shows them)")
        }
    }

    /// What can be done where it stands, and by whom.
    func printActions() {
        let actions = self.workflow?.actions(from: StateName(self.state.state)) ?? []
        Terminal.print("")
        guard !actions.isEmpty else { return Terminal.print("nothing can be done any more") }
        Terminal.table(
            ["possible now", "by"],
            actions.map { [$0.name.rawValue, $0.by.map(\.rawValue).joined(separator: ", ")] })
    }

    private static func text(_ value: FieldValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .list(let values): values.map { self.text($0) }.joined(separator: ", ")
        case .sealed: "(sealed)"
        }
    }

    private func row(_ event: EventRecord) -> [String] {
        let line = TimelineEntry(event, hash: .none, partition: 0, offset: 0)
        let move = line.toState.map { " → \($0)" } ?? ""
        return [
            "\(event.seq)", self.time.text(event.occurred), line.name + move, event.actor.user, event.actor.role,
        ]
    }
}

extension CaseEvent {
    /// Whether it is about clocks alone.
    fileprivate var isBookkeeping: Bool {
        switch self {
        case .clockStarted, .clockStopped, .clockPaused, .clockResumed, .clockMoved, .reminderDue: true
        default: false
        }
    }
}
