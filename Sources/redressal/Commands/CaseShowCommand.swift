import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Shows a case.
struct CaseShowCommand: ReportingCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show where a case stands.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The case's id or tracking number.")
    var id: String

    @Flag(help: "Print one JSON object; sealed fields stay sealed.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let state = try await installation.found(self.id)
        let events = self.json ? [] : try await CaseHistory(log: installation.log).events(of: state.id)
        await installation.close()
        if self.json {
            try Terminal.json(state)
            return
        }
        self.printState(state)
        Terminal.print("")
        Terminal.table(["#", "when", "what", "who", "role"], events.map(Self.row))
    }

    private func printState(_ state: CaseState) {
        Terminal.print("\(state.reference)  \(state.workflow.name) v\(state.workflow.version)  \(state.id)")
        Terminal.print("state     \(state.state) since \(state.since)")
        Terminal.print(
            "office    \(state.office)" + (state.assignee.map { ", held by \($0.label)" } ?? ", held by nobody"))
        for (name, clock) in state.clocks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let paused = clock.pause.map { ", paused since \($0.since)" } ?? ""
            let breached = clock.breached ? ", overdue, ladder level \(clock.level)" : ""
            Terminal.print(
                "\(name.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)) due \(clock.due)\(paused)\(breached)"
            )
        }
        for (name, value) in state.fields.sorted(by: { $0.key < $1.key }) {
            Terminal.print("  \(name): \(Self.text(value))")
        }
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

    private static func row(_ event: EventRecord) -> [String] {
        let line = TimelineRow(event, hash: .none, partition: 0, offset: 0)
        let move = line.toState.map { " → \($0)" } ?? ""
        return ["\(event.seq)", event.occurred.description, line.name + move, event.actor.user, event.actor.role]
    }
}
