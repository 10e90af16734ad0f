import Redressal
import Synchronization

/// What auditors are told, in memory; what they ask is remembered.
final class FakeAudit: AuditViews, Sendable {
    private struct State {
        var touched: [TouchedCase] = []
        var suspects: [AuditRule: [AuditSuspect]] = [:]
        var drawn: [SampledCase] = []
        var touchQuestions: [TouchQuestion] = []
        var sampleQuestions: [SampleQuestion] = []
        var scopes: [AuditScope] = []
        var roots: [SignedRoot] = []
    }

    private let state = Mutex(State())

    var touchQuestions: [TouchQuestion] { self.state.withLock { $0.touchQuestions } }
    var sampleQuestions: [SampleQuestion] { self.state.withLock { $0.sampleQuestions } }
    var scopes: [AuditScope] { self.state.withLock { $0.scopes } }

    func tell(touched: [TouchedCase]) { self.state.withLock { $0.touched = touched } }
    func tell(drawn: [SampledCase]) { self.state.withLock { $0.drawn = drawn } }
    func tell(roots: [SignedRoot]) { self.state.withLock { $0.roots = roots } }
    func tell(_ suspects: [AuditSuspect], of rule: AuditRule) { self.state.withLock { $0.suspects[rule] = suspects } }

    func touched(_ question: TouchQuestion, after cursor: TouchCursor?, limit: Int) async throws -> [TouchedCase] {
        self.state.withLock { state in
            state.touchQuestions.append(question)
            let rest = state.touched.drop { line in cursor.map { $0.id != line.id } ?? false }
            return Array(rest.dropFirst(cursor == nil ? 0 : 1).prefix(limit))
        }
    }

    func suspects(of rule: AuditRule, in scope: AuditScope, limit: Int) async throws -> [AuditSuspect] {
        self.state.withLock { state in
            state.scopes.append(scope)
            return Array((state.suspects[rule] ?? []).prefix(limit))
        }
    }

    func sample(_ question: SampleQuestion) async throws -> [SampledCase] {
        self.state.withLock { state in
            state.sampleQuestions.append(question)
            return state.drawn
        }
    }

    func roots() async throws -> [SignedRoot] { self.state.withLock { $0.roots } }
}
