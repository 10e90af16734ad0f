/// Plays one made-up case of a workflow through: actions by the right and the wrong people, and time passing.
///
/// It runs the same decisions as the engine, in offices of its own (``WalkOffice``). The same seed plays the same case.
/// Each walk makes for one of the states, seeds that follow each other for one state after the other, and mostly tries
/// again until it has values that the guards accept; now and then it does anything at all.
package struct RandomWalk: Sendable {
    private static let start = Instant(seconds: 1_775_000_000)
    /// How often a command is thought over before it is sent.
    private static let mostDrafts = 12

    package private(set) var state: CaseState?
    package private(set) var written: [WrittenEvent] = []
    package private(set) var refusals: [Rejection.Code: Int] = [:]
    /// The actions that were done.
    package private(set) var done: Set<String> = []
    /// The states the case stood in.
    package private(set) var visited: Set<String> = []

    private let workflow: WorkflowDefinition
    private let catalog: DefinitionCatalog
    private let commands: WalkCommands
    private let id: CaseID
    /// Nil once it is reached.
    private var goal: WalkGoal?
    private var random: SeededGenerator
    private var now = RandomWalk.start
    private var sent = 0

    package init(_ workflow: WorkflowDefinition, catalog: DefinitionCatalog, seed: UInt64) {
        self.workflow = workflow
        self.catalog = WalkOffice(workflow: workflow).catalog(from: catalog)
        self.commands = WalkCommands(workflow)
        self.id = CaseID("walk-\(seed)")
        self.random = SeededGenerator(seed: seed)
        if !workflow.states.isEmpty {
            self.goal = WalkGoal(workflow.states[Int(seed % UInt64(workflow.states.count))].name, of: workflow)
        }
    }

    /// The calendars that a workflow counts by and that are not at hand; walks take every hour for working time instead.
    package static func missingCalendars(of workflow: WorkflowDefinition, in catalog: DefinitionCatalog) -> [String] {
        WalkOffice(workflow: workflow).calendars.filter { $0 != WalkOffice.always && catalog.calendar($0) == nil }
    }

    /// Takes so many steps, or fewer when the case is over for good.
    package mutating func run(steps: Int) {
        self.open()
        for _ in 0..<steps {
            guard let state = self.state, self.workflow.state(StateName(state.state))?.final != .closed else { return }
            if self.chance(1, in: 3) { self.passTime() } else { self.act(on: state) }
        }
    }

    private mutating func open() {
        let draft = self.commands.opening(now: self.now, using: &self.random)
        self.send(draft.actor, draft.request)
    }

    private mutating func act(on state: CaseState) {
        let leading = self.goal?.actions(on: state, of: self.workflow) ?? []
        let wanders = self.chance(1, in: 4) || leading.isEmpty
        let choice = wanders ? self.workflow.actions(from: StateName(state.state)) : leading
        guard let action = choice.randomElement(using: &self.random) else { return }
        if action.timer {
            self.passTime(beyond: state.clocks[.state]?.due)
            return
        }
        let isCareless = self.chance(1, in: 10)
        guard var draft = self.draft(action, by: isCareless ? self.workflow.roles : action.by) else { return }
        var drafts = 1
        while !isCareless, drafts < Self.mostDrafts, !self.isAccepted(draft) {
            draft = self.draft(action, by: action.by) ?? draft
            drafts += 1
        }
        self.send(draft.actor, draft.request)
    }

    private mutating func draft(_ action: Action, by roles: [Role]) -> WalkCommands.Draft? {
        self.commands.draft(action, by: roles, now: self.now, using: &self.random)
    }

    /// Lets minutes to days pass, or what is left until an instant, and fires what is due, the earliest first, as the
    /// escalator does.
    private mutating func passTime(beyond instant: Instant? = nil) {
        let later = self.now.advanced(bySeconds: Int64.random(in: 60...500_000, using: &self.random))
        self.now = max(later, instant?.advanced(bySeconds: 1) ?? later)
        for _ in 0..<200 {
            guard let timer = self.state?.timers.min(by: { ($0.due, $0.id) < ($1.due, $1.id) }), timer.due < self.now
            else { return }
            self.send(.system, .fireTimer(FireTimer(timer: timer.id, generation: timer.generation)))
        }
    }

    private mutating func chance(_ count: Int, in all: Int) -> Bool {
        Int.random(in: 0..<all, using: &self.random) < count
    }

    private func isAccepted(_ draft: WalkCommands.Draft) -> Bool {
        do throws(Rejection) {
            _ = try self.decide(draft.actor, draft.request)
            return true
        } catch {
            return false
        }
    }

    /// What would follow from a command sent a second from now.
    private func decide(_ actor: Actor, _ request: CommandRequest) throws(Rejection) -> Decision {
        let now = self.now.advanced(bySeconds: 1)
        let command = Command(
            id: CommandID("\(self.id)-\(self.sent + 1)"), case: self.id, actor: actor, channel: "simulation",
            occurred: now, request: request)
        return try Decider(DecisionContext(catalog: self.catalog, now: now, epoch: 1)).decide(command, on: self.state)
    }

    private mutating func send(_ actor: Actor, _ request: CommandRequest) {
        do throws(Rejection) {
            let decision = try self.decide(actor, request)
            self.state = decision.state
            self.written += decision.written
            if case .act(let act) = request { self.done.insert(act.action) }
            if let state = decision.state { self.visited.insert(state.state) }
        } catch {
            self.refusals[error.code, default: 0] += 1
        }
        self.sent += 1
        self.now = self.now.advanced(bySeconds: 1)
        if let goal = self.goal, self.visited.contains(goal.state.rawValue) { self.goal = nil }
    }
}
