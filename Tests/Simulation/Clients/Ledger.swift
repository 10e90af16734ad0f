import Redressal
import Synchronization

/// What clients were told, and where two answers to one request differed.
final class Ledger: Sendable {
    /// A command and the answer to it.
    struct Entry: Sendable {
        let command: Command
        let outcome: Outcome
    }

    private struct State {
        var entries: [CommandID: Entry] = [:]
        var faults: [String] = []
        /// Those that were told that their id belongs to something else.
        var refused: [Command] = []
    }

    private let state = Mutex(State())

    /// In the order of the commands' ids.
    var entries: [Entry] { self.state.withLock { $0.entries.values.sorted { $0.command.id < $1.command.id } } }

    var faults: [String] {
        self.state.withLock { state in
            state.faults
                + state.refused.filter { refused in
                    let holder = state.entries[refused.id]?.command
                    return holder == nil || holder?.requestDigest() == refused.requestDigest()
                }.map { "\($0.id) was told that it asks something else, but nothing else was asked under this id" }
        }
    }

    /// Takes an answer in.
    func note(_ outcome: Outcome, to command: Command) {
        self.state.withLock { state in
            // Who gives an id to something else is told so, or gets in first.
            guard outcome.rejection?.code != .commandReused else { return state.refused.append(command) }
            guard let first = state.entries[command.id], first.command.requestDigest() == command.requestDigest() else {
                if state.entries[command.id] == nil {
                    state.entries[command.id] = Entry(command: command, outcome: outcome)
                } else {
                    state.faults.append("\(command.id) was done twice, with two contents")
                }
                return
            }
            guard Self.says(first.outcome) != Self.says(outcome) else { return }
            state.faults.append(
                "\(command.id) was answered '\(Self.says(first.outcome))' and then '\(Self.says(outcome))'")
        }
    }

    private static func says(_ outcome: Outcome) -> String {
        "\(outcome.status.rawValue) \(outcome.rejection?.message ?? "") seq \(outcome.seq), \(outcome.events) events"
    }
}
