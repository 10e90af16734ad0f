import Redressal
import Synchronization

/// Waits for the outcomes of a batch of commands; whichever comes first, all of them or the end of the wait.
final class OutcomeBatch: Sendable {
    private struct State {
        /// The digests of what was asked: another request under the same id gets another outcome.
        var missing: [CommandID: String]
        var outcomes: [CommandID: Outcome] = [:]
        var isOver = false
        var continuation: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(_ commands: [Command]) {
        self.state = Mutex(
            State(missing: Dictionary(commands.map { ($0.id, $0.requestDigest()) }) { first, _ in first }))
    }

    /// Takes an outcome in; others' outcomes, and those of other requests under the same id, are ignored.
    func take(_ outcome: Outcome) {
        let waiter = self.state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.missing[outcome.command] == outcome.request else { return nil }
            state.missing[outcome.command] = nil
            state.outcomes[outcome.command] = outcome
            guard state.missing.isEmpty else { return nil }
            defer { state.continuation = nil }
            return state.continuation
        }
        waiter?.resume()
    }

    /// Ends the wait.
    func giveUp() {
        let waiter = self.state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.isOver = true
            defer { state.continuation = nil }
            return state.continuation
        }
        waiter?.resume()
    }

    /// Waits until all are there, somebody gives up or the task is cancelled.
    ///
    /// - Returns: What came.
    func wait() async -> [CommandID: Outcome] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = self.state.withLock { state -> Bool in
                    if state.missing.isEmpty || state.isOver { return true }
                    state.continuation = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            self.giveUp()
        }
        return self.state.withLock { $0.outcomes }
    }
}
