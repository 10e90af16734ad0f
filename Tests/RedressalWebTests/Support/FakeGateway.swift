import Redressal
import Synchronization

/// A gateway that remembers what it got and answers as an engine would, or as a test says.
final class FakeGateway: CommandGateway, Sendable {
    private struct State {
        var drafts: [CommandDraft] = []
        var correlations: [String?] = []
        var answers: [CommandID: Outcome] = [:]
        var rejection: Rejection?
        var failure: GatewayError?
        var hold: Hold?
    }

    private let state = Mutex(State())

    /// Everything handed in, the repeated too.
    var drafts: [CommandDraft] { self.state.withLock { $0.drafts } }

    /// The ids of the requests that handed in, in order.
    var correlations: [String?] { self.state.withLock { $0.correlations } }

    /// Refuses what comes from now on.
    func reject(_ rejection: Rejection) { self.state.withLock { $0.rejection = rejection } }

    /// Gives no answers from now on.
    func fail(_ error: GatewayError) { self.state.withLock { $0.failure = error } }

    /// Keeps what comes from now on waiting.
    func wait(_ hold: Hold) { self.state.withLock { $0.hold = hold } }

    func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        if let hold = self.state.withLock({ $0.hold }) { await hold.pass() }
        let failure = self.state.withLock { state in
            state.drafts += drafts
            state.correlations.append(Correlation.id)
            return state.failure
        }
        if let failure { throw failure }
        return drafts.map { self.answer($0.command) }
    }

    private func answer(_ command: Command) -> Outcome {
        self.state.withLock { state in
            let request = command.requestDigest()
            if let first = state.answers[command.id] {
                let reused = Rejection(.commandReused, "expected the same request but its content is another")
                let rejection = first.request == request ? first.rejection : reused
                return Outcome(
                    command: command.id, case: command.case, status: rejection == nil ? .accepted : .rejected,
                    rejection: rejection, seq: first.seq, events: first.events, repeated: true, request: request)
            }
            let rejection = state.rejection
            let outcome = Outcome(
                command: command.id, case: command.case, status: rejection == nil ? .accepted : .rejected,
                rejection: rejection, seq: state.answers.count * 3 + 3, events: rejection == nil ? 3 : 0,
                request: request)
            state.answers[command.id] = outcome
            return outcome
        }
    }
}
