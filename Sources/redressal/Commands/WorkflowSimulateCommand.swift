import ArgumentParser
import Redressal

/// Tries a workflow with made-up cases.
struct WorkflowSimulateCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Play made-up cases of a workflow through, with time passing.",
        discussion: """
            Actions by the right and sometimes the wrong people, and timers as time passes, on the same decisions as \
            the engine, in made-up offices with a post for every role. The same seed plays the same cases. Shows which \
            states and actions were never reached. Exits with 1 when no case could be opened.
            """)

    @Argument(help: "A workflow file, or the name of a workflow of the home folder, such as complaint.")
    var path: String

    @Option(parsing: .unconditional, help: "How many cases, 1 to 1000000.")
    var cases = 200

    @Option(parsing: .unconditional, help: "The most steps a case, 1 to 10000.")
    var steps = 60

    @Option(help: "Where the random choices begin.")
    var seed: UInt64 = 1

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        for (option, value, most) in [("--cases", self.cases, 1_000_000), ("--steps", self.steps, 10_000)]
        where !(1...most).contains(value) {
            throw ValidationError("expected between 1 and \(most) in \(option) but found \(value)")
        }
    }

    func execute() async throws {
        let (workflow, catalog) = try DefinitionPath.named(self.path).workflow()
        for id in RandomWalk.missingCalendars(of: workflow, in: catalog) {
            Terminal.error("redressal: warning: there is no calendar '\(id)': every hour counts as working time")
        }
        var summary = SimulationSummary()
        for number in 0..<UInt64(self.cases) {
            var walk = RandomWalk(workflow, catalog: catalog, seed: self.seed &+ number)
            walk.run(steps: self.steps)
            summary.add(walk)
        }
        summary.finish(workflow)
        if self.json { try Terminal.json(summary) } else { summary.show() }
        if summary.ends.isEmpty { throw ExitCode(1) }
    }
}

// Named as the keys that scripts read.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// What a simulation showed.
private struct SimulationSummary: Encodable {
    private(set) var cases = 0
    private(set) var events: [String: Int] = [:]
    private(set) var ends: [String: Int] = [:]
    private(set) var refusals: [String: Int] = [:]
    private(set) var states_never_reached: [String] = []
    private(set) var actions_never_done: [String] = []
    private var visited: Set<String> = []
    private var done: Set<String> = []

    private enum CodingKeys: String, CodingKey {
        case cases, events, ends, refusals, states_never_reached, actions_never_done
    }

    mutating func add(_ walk: RandomWalk) {
        self.cases += 1
        for event in walk.written { self.events[event.record.event.kind.rawValue, default: 0] += 1 }
        for (code, count) in walk.refusals { self.refusals[code.rawValue, default: 0] += count }
        if let state = walk.state { self.ends[state.state, default: 0] += 1 }
        self.visited.formUnion(walk.visited)
        self.done.formUnion(walk.done)
    }

    mutating func finish(_ workflow: WorkflowDefinition) {
        self.states_never_reached = workflow.states.map(\.name.rawValue).filter { !self.visited.contains($0) }
        self.actions_never_done = Set(workflow.actions.filter { !$0.timer }.map(\.name.rawValue))
            .subtracting(self.done).sorted()
    }

    func show() {
        Terminal.print("\(self.cases) cases")
        for (title, counts) in [("events", self.events), ("ended in", self.ends), ("refused", self.refusals)] {
            Terminal.print("\n\(title)")
            for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                Terminal.print("  \(count)  \(name)")
            }
        }
        Terminal.print("\nstates never reached: \(self.text(self.states_never_reached))")
        Terminal.print("actions never done: \(self.text(self.actions_never_done))")
    }

    private func text(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
