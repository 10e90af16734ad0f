import Redressal
import Synchronization

/// An index in memory: it finds what it is told, and remembers what it was asked.
final class FakeSearch: CaseSearch, Sendable {
    /// One question.
    struct Question: Hashable {
        let query: SearchQuery
        let filter: CaseFilter
        let limit: Int
    }

    private struct State {
        var findings = CaseFindings(cases: [], complete: true)
        var questions: [Question] = []
        var failure: (any Error)?
    }

    private let state = Mutex(State())

    var questions: [Question] { self.state.withLock { $0.questions } }

    func answer(_ findings: CaseFindings) { self.state.withLock { $0.findings = findings } }

    func fail(_ error: any Error) { self.state.withLock { $0.failure = error } }

    func find(_ query: SearchQuery, in filter: CaseFilter, limit: Int) async throws -> CaseFindings {
        try self.state.withLock { state in
            state.questions.append(Question(query: query, filter: filter, limit: limit))
            if let failure = state.failure { throw failure }
            return state.findings
        }
    }
}
