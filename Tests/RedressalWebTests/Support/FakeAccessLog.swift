import Redressal
import Synchronization

/// An access log in memory; it can be made to fail.
final class FakeAccessLog: AccessLog, AccessViews, Sendable {
    private struct State {
        var entries: [AccessEntry] = []
        var questions: [AccessQuestion] = []
        var failure: LogError?
    }

    private let state = Mutex(State())

    var entries: [AccessEntry] { self.state.withLock { $0.entries } }

    /// What auditors asked.
    var questions: [AccessQuestion] { self.state.withLock { $0.questions } }

    /// What happened and to which account, such as `SignedIn sok`.
    var lines: [String] { self.entries.map { "\($0.fact.kind.rawValue) \($0.reader?.account ?? "–")" } }

    /// Cannot write from now on.
    func fail() { self.state.withLock { $0.failure = LogError(.unavailable, "the log is away") } }

    func record(_ entries: [AccessEntry]) async throws(LogError) {
        let failure = self.state.withLock { state in
            if state.failure == nil { state.entries += entries }
            return state.failure
        }
        if let failure { throw failure }
    }

    func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, limit: Int,
        as shown: (AccessEntry) async throws -> AccessEntry?
    ) async throws -> AccessPage {
        let entries = self.state.withLock { state in
            state.questions.append(question)
            return Array(state.entries.reversed())
        }
        var told: [AccessEntry] = []
        for entry in entries { if let seen = try await shown(entry) { told.append(seen) } }
        return AccessPage(
            entries: Array(told.prefix(limit)), next: cursor == nil ? AccessCursor("entry-9") : nil)
    }
}
