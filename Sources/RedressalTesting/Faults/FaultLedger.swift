import Synchronization

/// What clients were told.
final class FaultLedger: Sendable {
    /// A command and the first definite answer to it.
    struct Entry: Sendable {
        let request: FaultRequest
        let answer: FaultAnswer
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var keys: [String] = []
        var cases: [String] = []
        var findings: [Finding] = []
    }

    private let state = Mutex(State())

    /// In the order of the first answers.
    var entries: [Entry] { self.state.withLock { state in state.keys.compactMap { state.entries[$0] } } }

    /// How many commands were answered.
    var count: Int { self.state.withLock { $0.keys.count } }

    /// The cases that were opened last; clients share them.
    func recentCases(_ count: Int) -> [String] { self.state.withLock { $0.cases.suffix(count) } }

    /// A command that was answered before.
    func entry(_ pick: (Int) -> Int) -> Entry? {
        self.state.withLock { $0.keys.isEmpty ? nil : $0.entries[$0.keys[pick($0.keys.count)]] }
    }

    /// Takes a definite answer in.
    func note(_ answer: FaultAnswer, to request: FaultRequest) {
        self.state.withLock { state in
            guard let first = state.entries[request.key]?.answer else {
                state.entries[request.key] = Entry(request: request, answer: answer)
                state.keys.append(request.key)
                if request.isShared, let done = answer.done { state.cases.append(done.case) }
                return
            }
            guard first != answer else { return }
            state.findings.append(
                Finding(
                    .diverged,
                    "\(request.key) was answered \(first.status) \(first.body) and then \(answer.status) \(answer.body)"
                ))
        }
    }

    /// Takes in what should not have come at all.
    func note(_ finding: Finding) { self.state.withLock { $0.findings.append(finding) } }

    /// What was found since this was asked last.
    func takeFindings() -> [Finding] {
        self.state.withLock { state in
            defer { state.findings = [] }
            return state.findings
        }
    }
}
