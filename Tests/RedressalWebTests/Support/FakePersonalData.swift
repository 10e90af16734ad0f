import Redressal

/// Opens every sealed field as `open`, by the rule of the core, and writes down that it did.
struct FakePersonalData: PersonalData {
    private let log: FakeAccessLog
    private let erasures: [Erasure]

    init(_ log: FakeAccessLog, erasures: [Erasure]) {
        self.log = log
        self.erasures = erasures
    }

    func erasures(of id: CaseID) async throws -> [Erasure] { self.erasures.filter { $0.case == id } }

    func opened(_ states: [CaseState], for reader: Reader, purpose: String) async throws -> [CaseState] {
        let now = Website.now ?? Instant(seconds: 0)
        let sight = PersonalSight(of: reader, Website.acting, at: now)
        let entries = try states.map { state in
            let standing = try sight.standing(on: state)
            let facts = PersonalDataRead(
                case: state.id, workflow: state.workflow.name, fields: Self.sealed(state), purpose: purpose,
                standing: standing.name)
            return AccessEntry(
                .personalDataRead(facts), by: reader, through: standing.seat, request: Correlation.id, id: "e", at: now,
                Website.acting.org)
        }
        try await self.log.record(entries)
        return states.map { state in
            var state = state
            for name in Self.sealed(state) { state.fields[name] = .string("open") }
            return state
        }
    }

    private static func sealed(_ state: CaseState) -> [String] {
        state.fields.filter { if case .sealed = $0.value { true } else { false } }.map(\.key).sorted()
    }
}
