import Redressal
import Synchronization

/// Read models in memory; what they are asked is remembered.
final class FakeViews: CaseViews, OversightViews, WorkloadViews, Sendable {
    private struct State {
        var cases: [CaseState] = []
        var asked: [String: Int] = [:]
        var arriving: CaseState?
        var filters: [CaseFilter] = []
        var limits: [Int] = []
        var failure: (any Error)?
        var done: Set<CommandID> = []
        var oversight = FakeOversight()
        var timelines: [CaseID: [TimelineEntry]] = [:]
        var filed: [(filer: String, request: FiledRequest)] = []
        var arrivingRequest: (filer: String, request: FiledRequest)?
        var requestFilters: [FiledRequestFilter] = []
    }

    private let state = Mutex(State())

    var filters: [CaseFilter] { self.state.withLock { $0.filters } }
    var limits: [Int] { self.state.withLock { $0.limits } }

    /// How often each question was asked, whatever it was asked about; they are forgotten with that.
    func takeQuestions() -> [String: Int] {
        self.state.withLock { state in
            defer { state.asked = [:] }
            return state.asked
        }
    }

    func add(_ state: CaseState) { self.state.withLock { $0.cases.append(state) } }

    /// Adds a case with its events, as they fold.
    func add(_ records: [EventRecord]) {
        let timeline = records.enumerated().map { index, record in
            TimelineEntry(record, hash: EventHash(of: [UInt8(record.seq)]), partition: 3, offset: Int64(index))
        }
        guard let first = timeline.first, var state = CaseState(opening: first.record, hash: first.hash) else { return }
        for entry in timeline.dropFirst() { state.apply(entry.record, hash: entry.hash) }
        self.add(state)
        self.state.withLock { $0.timelines[state.id] = timeline }
    }

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
            state.asked["filed", default: 0] += 1
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
        self.state.withLock { state in
            state.asked["isDone", default: 0] += 1
            return state.done.contains(command)
        }
    }

    func fail(_ error: any Error) { self.state.withLock { $0.failure = error } }

    func find(_ idOrReference: String) async throws -> CaseState? {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.asked["find", default: 0] += 1
            return state.cases.first { $0.id.text == idOrReference || $0.reference == idOrReference }
        }
    }

    func page(_ filter: CaseFilter, after cursor: CaseCursor?, limit: Int) async throws -> CasePage {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.filters.append(filter)
            state.limits.append(limit)
            let lines = state.cases.map { CaseListing($0) }
            let sorted = lines.sorted { CaseCursor(after: $0) < CaseCursor(after: $1) }
            return CasePage(sorted.filter { line in cursor.map { $0 < CaseCursor(after: line) } ?? true }, limit: limit)
        }
    }

    func glances(at ids: [CaseID]) async throws -> [CaseID: CaseGlance] {
        self.state.withLock { state in
            state.asked["glances", default: 0] += 1
            let cases = state.cases.filter { ids.contains($0.id) }
            return Dictionary(cases.map { ($0.id, CaseGlance(since: $0.since, fields: $0.fields)) }) { $1 }
        }
    }

    func count(_ filter: CaseFilter, atMost most: Int) async throws -> Int {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.filters.append(filter)
            let found = state.cases.filter { found in
                let holders = [found.assignee?.user, found.assignee?.post].compactMap(\.self)
                return filter.heldBy.map { !Set($0).isDisjoint(with: holders) } ?? true
                    && filter.steps?.contains(CaseStep(found)) ?? true
            }
            return min(found.count, most)
        }
    }

    func timeline(of id: CaseID) async throws -> [TimelineEntry] {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            state.asked["timeline", default: 0] += 1
            return state.timelines[id] ?? []
        }
    }

    /// What supervisors and auditors are told.
    func tell(_ oversight: FakeOversight) { self.state.withLock { $0.oversight = oversight } }

    /// What supervisors and auditors asked for.
    var oversight: FakeOversight { self.state.withLock { $0.oversight } }

    func escalations(
        _ filter: EscalationFilter, after cursor: EscalationCursor?, limit: Int
    ) async throws -> [EscalationLine] {
        self.state.withLock { state in
            state.oversight.filters.append(filter)
            let rest = state.oversight.escalations.drop { line in
                cursor.map { $0 != EscalationCursor(raised: line.raised, id: line.id, seq: line.seq) } ?? false
            }
            return Array(rest.dropFirst(cursor == nil ? 0 : 1).prefix(limit))
        }
    }

    func standings() async throws -> [PartitionStanding] { self.oversight.standings }

    func voids(of offices: [String]?, after cursor: LogPosition?, limit: Int) async throws -> [VoidRow] {
        self.state.withLock { state in
            state.oversight.offices.append(offices)
            let rest = state.oversight.voids.filter { line in cursor.map { $0.offset < line.offset } ?? true }
            return Array(rest.prefix(limit))
        }
    }

    func parked(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [VoidRow] {
        self.state.withLock { state in
            state.oversight.offices.append(offices)
            return Array(state.oversight.parked.filter { $0.case ?? "" > id?.text ?? "" }.prefix(limit))
        }
    }

    func loads(_ question: LoadQuestion) async throws -> [Caseload] {
        self.state.withLock { state in
            state.oversight.loadQuestions.append(question)
            return state.oversight.loads
        }
    }

    func forecast(_ question: ForecastQuestion) async throws -> [ForecastLine] {
        self.state.withLock { state in
            state.oversight.forecastQuestions.append(question)
            return state.oversight.forecast
        }
    }

    func openCases(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [CaseState] {
        self.state.withLock { state in
            let cases = state.cases.sorted { $0.id < $1.id }.filter { $0.closed == nil }
            return Array(
                cases.filter { $0.id.text > id?.text ?? "" && offices?.contains($0.office) != false }.prefix(limit))
        }
    }

    func jaapPlans() async throws -> [JaapPlan] { self.oversight.plans }

    func complaintFigures(in window: Range<Instant>) async throws -> [ComplaintFigures] {
        self.state.withLock { state in
            state.oversight.windows.append(window)
            return state.oversight.figures
        }
    }

    func wait(for idOrReference: String, seq: Int, patience: Duration) async throws -> Bool {
        return try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            // How long it is waited for shows how late the answer is.
            state.asked["wait \(patience)", default: 0] += 1
            state.cases += state.arriving.map { [$0] } ?? []
            state.arriving = nil
            if let (filer, request) = state.arrivingRequest {
                state.filed.append((filer, request))
                state.cases.append(request.state)
                state.arrivingRequest = nil
            }
            let found = state.cases.first { $0.id.text == idOrReference || $0.reference == idOrReference }
            let hasCome = found.map { $0.seq >= seq } ?? false
            if !hasCome { state.asked["patience", default: 0] += Int(patience.components.seconds) }
            return hasCome
        }
    }
}

extension CaseListing {
    fileprivate init(_ state: CaseState) {
        self.init(
            id: state.id, reference: state.reference, workflow: state.workflow.name, state: state.state,
            office: state.office, opened: state.opened, due: state.due, seq: state.seq)
    }
}
