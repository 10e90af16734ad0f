import Redressal
import RedressalRuntime
import Synchronization
import Testing

/// The real incident log, through the engine's decisions, against every figure of the data's README for order B.
@Suite struct RealIncidentTests {
    private static let from = ["new", "active", "user_info", "vendor", "problem", "evidence", "resolved", "closed"]

    /// Order B without the two rows of the illegal state `-100`: New goes to Resolved once more.
    private static let matrix = [
        [0, 6563, 1709, 69, 66, 0, 4973, 2], [0, 0, 3136, 119, 126, 1, 10061, 1], [0, 1038, 0, 18, 25, 5, 4030, 0],
        [0, 33, 20, 0, 0, 3, 152, 0], [0, 30, 55, 2, 0, 1, 135, 0], [0, 1, 1, 0, 0, 0, 8, 0],
        [0, 266, 2, 0, 0, 0, 0, 20773], [0, 8, 0, 0, 0, 0, 0, 0],
    ]

    private static func name(_ short: String) -> String {
        ["user_info", "vendor", "problem", "evidence"].contains(short) ? "awaiting_\(short)" : short
    }

    private static var transitions: [String: Int] {
        var transitions: [String: Int] = [:]
        for (row, from) in self.from.enumerated() {
            for (column, to) in self.from.enumerated() where self.matrix[row][column] > 0 {
                transitions["\(self.name(from)) \(self.name(to))"] = self.matrix[row][column]
            }
        }
        return transitions
    }

    @Test func everyFigureOfTheLogIsReproduced() async throws {
        guard let log = try SharedData.incidentLog() else { return }
        let oracle = Mutex(IncidentOracle())
        let gateway = DecidingGateway(try ImportCatalog.make()) { records in oracle.withLock { $0.take(records) } }
        let report = try await ImportRunner(gateway, pause: { _ in }).run(IncidentImport(log.url))
        print("incident log: \(report.commands) commands, \(report.events) events, \(report.seconds) s")
        #expect(report.handled == [20_768, 119_995, 3])
        #expect(report.repeated == 0)
        #expect(
            report.rejected.map { "\($0.line) \($0.case)" } == [
                "115643 INC0028089", "115644 INC0028089", "119999 INC0029233",
            ])
        self.compare(oracle.withLock { $0 })
        self.compare(await gateway.states, oracle.withLock { $0 })
    }

    private func compare(_ found: IncidentOracle) {
        #expect(found.transitions == Self.transitions)
        #expect(found.transitions.values.reduce(0, +) == 53_432)
        #expect(
            found.firstStates == [
                "new": 13_382, "active": 5505, "awaiting_user_info": 193, "awaiting_problem": 6, "resolved": 1682,
            ])
        let seconds: [String: Int64] = [
            "new": 3_283_952_880 + 60, "active": 4_509_603_600, "awaiting_user_info": 3_924_206_400,
            "awaiting_vendor": 837_298_260, "awaiting_problem": 313_517_640, "awaiting_evidence": 16_499_520,
            "resolved": 11_598_806_460, "closed": 76_892_760,
        ]
        #expect(found.seconds == seconds)
        #expect(found.seconds.values.reduce(0, +) == 24_560_777_580)
        #expect(found.reopenings.count == 234)
        #expect(found.reopenings.values.reduce(0, +) == 276)
        #expect(found.groupChanges.values.reduce(0, +) == 20_437)
    }

    private func compare(_ states: [CaseID: CaseState], _ found: IncidentOracle) {
        let cases = states.values
        #expect(Dictionary(grouping: cases, by: \.state).mapValues(\.count) == ["closed": 20_768])
        #expect(cases.count { $0.fields["reopen_count"] == .integer(found.reopenings[$0.id] ?? 0) } == 20_768)
        #expect(cases.count { $0.fields["reassignment_count"] == .integer(found.groupChanges[$0.id] ?? 0) } == 20_687)
        #expect(cases.count { $0.fields["made_sla"] == .boolean(false) } == 8174)
        let priorities = Dictionary(grouping: cases) { $0.fields["priority"]?.text ?? "" }.mapValues(\.count)
        #expect(priorities == ["1 - Critical": 220, "2 - High": 337, "3 - Moderate": 19_553, "4 - Low": 658])
        #expect(cases.allSatisfy { $0.timers.isEmpty && $0.historical })
    }
}
