import Redressal
import Synchronization

/// Read models in memory; what they are asked is remembered.
final class FakeViews: CaseViews, Sendable {
    private struct State {
        var cases: [CaseState] = []
        var arriving: CaseState?
        var filters: [CaseFilter] = []
        var limits: [Int] = []
        var failure: (any Error)?
        var done: Set<CommandID> = []
        var filed: [(filer: String, request: FiledRequest)] = []
        var arrivingRequest: (filer: String, request: FiledRequest)?
        var requestFilters: [FiledRequestFilter] = []
    }

    private let state = Mutex(State())

    var filters: [CaseFilter] { self.state.withLock { $0.filters } }
    var limits: [Int] { self.state.withLock { $0.limits } }

    func add(_ state: CaseState) { self.state.withLock { $0.cases.append(state) } }

    /// Hands a case over to another office.
    func move(_ id: String, to office: String) {
        self.state.withLock { state in
            for index in state.cases.indices where state.cases[index].id.text == id {
                state.cases[index].office = office
            }
        }
    }

    /// Adds a case as soon as somebody waits for it.
    func addWhenAwaited(_ state: CaseState) { self.state.withLock { $0.arriving = state } }

    /// A command that has changed its case.
    func finish(_ command: CommandID) { self.state.withLock { _ = $0.done.insert(command) } }

    /// What was asked for of Open311's requests.
    var requestFilters: [FiledRequestFilter] { self.state.withLock { $0.requestFilters } }

    /// A request that a program filed.
    ///
    /// - Parameter whenAwaited: Whether it is there only once somebody waits.
    func add(_ request: FiledRequest, filedBy filer: String, whenAwaited: Bool = false) {
        self.state.withLock { state in
            if whenAwaited {
                state.arrivingRequest = (filer, request)
            } else {
                state.filed.append((filer, request))
                state.cases.append(request.state)
            }
        }
    }

    /// Those of a filter's services, filers and numbers; times and pages are the database's.
    func filed(_ filter: FiledRequestFilter) throws -> [FiledRequest] {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.requestFilters.append(filter)
            return state.filed.filter { filer, request in
                filter.references?.contains(request.state.reference) != false
                    && filter.kinds.contains { kind in
                        kind.workflow == request.state.workflow.name && kind.office == request.opening.office
                            && kind.fields.allSatisfy { request.opening.fields[$0.key]?.text == $0.value }
                            && (kind.filer ?? filer) == filer
                    }
            }.map(\.request)
        }
    }

    func isDone(_ command: CommandID, on id: CaseID) async throws -> Bool {
        self.state.withLock { $0.done.contains(command) }
    }

    func fail(_ error: any Error) { self.state.withLock { $0.failure = error } }

    func find(_ idOrReference: String) async throws -> CaseState? {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.cases.first { $0.id.text == idOrReference || $0.reference == idOrReference }
        }
    }

    func list(_ filter: CaseFilter, limit: Int) async throws -> [CaseListing] {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.filters.append(filter)
            state.limits.append(limit)
            return state.cases.map {
                CaseListing(
                    id: $0.id, reference: $0.reference, workflow: $0.workflow.name, state: $0.state, office: $0.office,
                    due: $0.due, seq: $0.seq)
            }
        }
    }

    func wait(for idOrReference: String, seq: Int, patience: Duration) async throws -> Bool {
        self.state.withLock { state in
            state.cases += state.arriving.map { [$0] } ?? []
            state.arriving = nil
            if let (filer, request) = state.arrivingRequest {
                state.filed.append((filer, request))
                state.cases.append(request.state)
                state.arrivingRequest = nil
            }
        }
        return try await self.find(idOrReference).map { $0.seq >= seq } ?? false
    }
}
