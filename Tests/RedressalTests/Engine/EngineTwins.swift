import RedressalTesting

@testable import Redressal

/// Two engines that are given the same commands: one holds all there is, the other as little as it can.
struct EngineTwins {
    private(set) var whole = PartitionEngine(partition: 0, of: 1)
    var forgetful = PartitionEngine(partition: 0, of: 1, from: SnapshotStart())
    private(set) var forgotten = 0
    private(set) var repeated = 0
    private(set) var events = 0

    private let catalog: DefinitionCatalog
    private let commands: WalkCommands
    private var random: SeededGenerator
    private var now = Instant.april(6, 9)
    private var sent: [Command] = []
    /// What workers would have stored: answers by events, and those that engines keep.
    private var stored: [CaseID: [CommandID: Redressal.Answer]] = [:]

    init(_ workflow: WorkflowDefinition, _ catalog: DefinitionCatalog, seed: UInt64) {
        self.catalog = WalkOffice(workflow: workflow).catalog(from: catalog)
        self.commands = WalkCommands(workflow)
        self.random = SeededGenerator(seed: seed)
    }

    mutating func start() throws {
        _ = try self.whole.takeOwnership(by: "engine", now: self.now)
        _ = try self.forgetful.takeOwnership(by: "engine", now: self.now)
    }

    /// Has both decide one more command.
    ///
    /// - Returns: What each made of it.
    mutating func step(forgetting: Bool = true) throws -> ([NewRecord], [NewRecord]) {
        self.now = self.now.advanced(bySeconds: Int64.random(in: 1...90_000, using: &self.random))
        let record = try CommandRecord.make(self.command(), among: 1).logged(at: Int64(self.sent.count))
        let asked = self.forgetful.unknown(among: [record])
        self.forgetful.learn(
            StoredCases(Dictionary(uniqueKeysWithValues: asked.map { ($0, self.snapshot($0)) }), recorded: nil))
        let whole = self.whole.decide(record, catalog: self.catalog, now: self.now)
        let forgetful = self.forgetful.decide(record, catalog: self.catalog, now: self.now)
        self.store(whole)
        self.forgetful.committed(forgetful, at: forgetful.indices.map { Int64(self.events + $0) })
        if forgetting { self.forget() }
        return (whole, forgetful)
    }

    private mutating func forget() {
        if Bool.random(using: &self.random) {
            for kept in self.forgetful.unkept { self.stored[kept.case, default: [:]][kept.command] = kept.answer }
            self.forgetful.kept(self.forgetful.unkept.count)
        }
        let before = self.forgetful.caseCount
        self.forgetful.forget(before: .max, downTo: Int.random(in: 0...3, using: &self.random))
        self.forgotten += before - self.forgetful.caseCount
    }

    private func snapshot(_ id: CaseID) -> CaseSnapshot {
        CaseSnapshot(state: self.whole.fold.cases[id], answers: self.stored[id] ?? [:])
    }

    private mutating func store(_ records: [NewRecord]) {
        for record in records where record.topic == .events {
            guard let event = try? CanonicalJSON.decode(EventRecord.self, from: record.value) else { continue }
            self.events += 1
            let before = self.stored[event.case]?[event.command]?.events ?? 0
            self.stored[event.case, default: [:]][event.command] = Redressal.Answer(
                request: event.request, seq: event.seq, events: before + 1)
        }
    }

    // MARK: Commands

    /// A new command, an earlier one again, or another one under an earlier one's id.
    private mutating func command() -> Command {
        let earlier = self.sent.randomElement(using: &self.random)
        let choice = Int.random(in: 0..<6, using: &self.random)
        if let earlier, choice == 0 {
            self.repeated += 1
            return earlier
        }
        let id = CaseID("case-\(Int.random(in: 0..<6, using: &self.random))")
        let name = choice == 1 ? earlier.map(\.id) : nil
        let command = self.command(name ?? CommandID("command-\(self.sent.count)"), on: id)
        self.sent.append(command)
        return command
    }

    private mutating func command(_ id: CommandID, on name: CaseID) -> Command {
        let state = self.whole.fold.cases[name]
        if let timer = state?.timers.min(by: { $0.due < $1.due }), timer.due < self.now {
            return self.command(
                id, on: name, .system, .fireTimer(FireTimer(timer: timer.id, generation: timer.generation)))
        }
        let actions = state.map { self.commands.workflow.actions(from: StateName($0.state)) } ?? []
        guard let action = actions.randomElement(using: &self.random),
            let draft = self.commands.draft(action, by: action.by, now: self.now, using: &self.random)
        else {
            let draft = self.commands.opening(now: self.now, using: &self.random)
            return self.command(id, on: name, draft.actor, draft.request)
        }
        return self.command(id, on: name, draft.actor, draft.request)
    }

    private func command(_ id: CommandID, on name: CaseID, _ actor: Actor, _ request: CommandRequest) -> Command {
        Command(id: id, case: name, actor: actor, channel: "letter", occurred: self.now, request: request)
    }
}
