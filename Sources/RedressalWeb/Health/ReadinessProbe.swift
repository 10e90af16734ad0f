import Synchronization

/// Asks a part, without waiting longer than a probe does and without asking again while the part still owes an answer.
actor ReadinessProbe {
    private let check: ReadinessCheck
    private let patience: Duration
    private var asking: Task<String?, Never>?

    /// - Parameter patience: How long to wait for the part.
    init(_ check: ReadinessCheck, patience: Duration = .seconds(1)) {
        self.check = check
        self.patience = patience
    }

    nonisolated var name: String { self.check.name }

    /// Why the part is not ready; nil when it is.
    func reason() async -> String? {
        let asking = self.asking ?? self.ask()
        return await withCheckedContinuation { continuation in
            let answer = Answer(continuation)
            Task { answer.give(await asking.value) }
            Task { [patience] in
                try? await Task.sleep(for: patience)
                answer.give("expected an answer in time but there is none yet")
            }
        }
    }

    private func ask() -> Task<String?, Never> {
        let asking = Task { self.answered(await self.check.reason()) }
        self.asking = asking
        return asking
    }

    private func answered(_ reason: String?) -> String? {
        self.asking = nil
        return reason
    }

    /// Takes the first of two answers.
    private final class Answer: Sendable {
        private let waiting: Mutex<CheckedContinuation<String?, Never>?>

        init(_ continuation: CheckedContinuation<String?, Never>) { self.waiting = Mutex(continuation) }

        func give(_ reason: String?) {
            let continuation = self.waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
            continuation?.resume(returning: reason)
        }
    }
}
