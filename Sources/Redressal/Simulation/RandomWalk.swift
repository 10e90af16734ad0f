/// Plays one made-up case of a workflow through: random actions by the right and the wrong people, and time passing.
///
/// It runs the same decisions as the engine. The same seed plays the same case.
package struct RandomWalk: Sendable {
    private static let start = Instant(seconds: 1_775_000_000)

    package private(set) var state: CaseState?
    package private(set) var written: [WrittenEvent] = []
    package private(set) var refusals: [Rejection.Code: Int] = [:]
    /// The actions that were done.
    package private(set) var done: Set<String> = []
    /// The states the case stood in.
    package private(set) var visited: Set<String> = []

    private let workflow: WorkflowDefinition
    private let catalog: DefinitionCatalog
    private let id: CaseID
    private var random: SeededGenerator
    private var now = RandomWalk.start
    private var sent = 0

    package init(_ workflow: WorkflowDefinition, catalog: DefinitionCatalog, seed: UInt64) {
        self.workflow = workflow
        self.catalog = WalkOffice.catalog(for: workflow, in: catalog)
        self.id = CaseID("walk-\(seed)")
        self.random = SeededGenerator(seed: seed)
    }

    /// Takes so many steps, or fewer when the case is over for good.
    package mutating func run(steps: Int) {
        self.open()
        for _ in 0..<steps {
            guard let state = self.state, self.workflow.state(StateName(state.state))?.final != .closed else { return }
            if Int.random(in: 0..<3, using: &self.random) == 0 { self.passTime() } else { self.act(on: state) }
        }
    }

    private mutating func open() {
        let fields = WalkValues(workflow: self.workflow).opening(now: self.now, using: &self.random)
        let severity = self.workflow.severities.randomElement(using: &self.random)
        self.send(
            Actor(user: "u-walk", role: "complainant"),
            .open(OpenCase(workflow: self.workflow.name, office: WalkOffice.name, severity: severity, fields: fields)))
    }

    private mutating func act(on state: CaseState) {
        guard let action = self.workflow.actions(from: StateName(state.state)).randomElement(using: &self.random),
            let role = (Int.random(in: 0..<10, using: &self.random) == 0 ? self.workflow.roles : action.by)
                .randomElement(using: &self.random)
        else { return }
        let fields = WalkValues(workflow: self.workflow).fields(action.fields, now: self.now, using: &self.random)
        let user = "u-\(role)-\(Int.random(in: 0..<2, using: &self.random))"
        self.send(
            Actor(user: user, role: role.rawValue), .act(TakeAction(action: action.name.rawValue, fields: fields)))
    }

    /// Lets minutes to days pass and fires what is due, the earliest first, as the escalator does.
    private mutating func passTime() {
        self.now = self.now.advanced(bySeconds: Int64.random(in: 60...500_000, using: &self.random))
        for _ in 0..<200 {
            guard let timer = self.state?.timers.min(by: { ($0.due, $0.id) < ($1.due, $1.id) }), timer.due < self.now
            else { return }
            self.send(.system, .fireTimer(FireTimer(timer: timer.id, generation: timer.generation)))
        }
    }

    private mutating func send(_ actor: Actor, _ request: CommandRequest) {
        self.sent += 1
        self.now = self.now.advanced(bySeconds: 1)
        let command = Command(
            id: CommandID("\(self.id)-\(self.sent)"), case: self.id, actor: actor, channel: "simulation",
            occurred: self.now, request: request)
        let decider = Decider(DecisionContext(catalog: self.catalog, now: self.now, epoch: 1))
        do throws(Rejection) {
            let decision = try decider.decide(command, on: self.state)
            self.state = decision.state
            self.written += decision.written
            if case .act(let act) = request { self.done.insert(act.action) }
            if let state = decision.state { self.visited.insert(state.state) }
        } catch {
            self.refusals[error.code, default: 0] += 1
        }
    }
}
