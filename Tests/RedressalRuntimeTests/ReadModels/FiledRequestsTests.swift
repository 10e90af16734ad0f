import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What came in through Open311, as PostgreSQL finds it.
@Suite struct FiledRequestsTests {
    private typealias Kind = FiledRequestFilter.Kind

    private static func opening(
        _ system: TestSystem, _ id: String, by user: String, holder: String = "u-1", channel: String = "open311"
    ) -> Command {
        let due = TestSystem.start.advanced(bySeconds: 8_640_000)
        let fields: [String: FieldValue] = [
            "due_at": .string(due.description), "holder": .string(holder), "note": .string("A lamp"),
        ]
        return Command(
            id: CommandID("open-\(id)"), case: CaseID(id), actor: Actor(user: user, role: "clerk"), channel: channel,
            occurred: system.clock.now(), request: .open(OpenCase(workflow: "duty", office: "desk", fields: fields)))
    }

    private static func kind(
        holder: String = "u-1", filer: String? = nil, office: String = "desk", statuses: [String: Open311Status] = [:]
    ) -> Kind {
        Kind(workflow: "duty", office: office, fields: ["holder": holder], filer: filer, statuses: statuses)
    }

    /// Six cases a minute apart; `a2` is closed, `a3` is held.
    private static func withCases(_ body: (TestSystem) async throws -> Void) async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            system.startWorker()
            let openings: [(String, String, String, String)] = [
                ("a1", "web.1", "u-1", "open311"), ("a2", "web.2", "u-1", "open311"), ("a3", "app.3", "u-1", "open311"),
                ("b1", "web.4", "u-2", "open311"), ("c1", "web.5", "u-1", "web"), ("d1", "web", "u-1", "open311"),
            ]
            for (id, user, holder, channel) in openings {
                let opening = self.opening(system, id, by: user, holder: holder, channel: channel)
                #expect(try await system.submit([opening]).map(\.status) == [.accepted])
                system.clock.advance(bySeconds: 60)
            }
            let acts = [
                system.doing("finish", to: "a2", as: "f"),
                system.doing("hold", to: "a3", as: "h", ["holder": .string("u-9")]),
            ]
            #expect(try await system.submit(acts).map(\.status) == [.accepted, .accepted])
            try await system.settle()
            try await body(system)
        }
    }

    /// - Parameter change: What is asked for besides the services.
    private static func check(
        _ system: TestSystem, _ kinds: [Kind], _ expected: [String],
        sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ change: (inout FiledRequestFilter) -> Void = { _ in }
    ) async throws {
        var filter = FiledRequestFilter(kinds: kinds, limit: 1000)
        change(&filter)
        let found = try await system.views.requests(filter).map(\.state.id.text)
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    @Test func casesAreFoundByServiceAndFiler() async throws {
        try await Self.withCases { system in
            // The latest first; what came another way is none, and what is changed later does not matter.
            try await Self.check(system, [Self.kind()], ["d1", "a3", "a2", "a1"])
            try await Self.check(system, [Self.kind(), Self.kind(holder: "u-2")], ["d1", "b1", "a3", "a2", "a1"])
            try await Self.check(system, [Self.kind(office: "top")], [])
            try await Self.check(system, [], [])
            // An account that files under its own name is no program that files for somebody.
            try await Self.check(system, [Self.kind(filer: "web")], ["a2", "a1"])
            try await Self.check(system, [Self.kind(filer: "we")], [])
            try await Self.check(
                system, [Self.kind(filer: "web"), Self.kind(holder: "u-2", filer: "app")], ["a2", "a1"])
        }
    }

    @Test func casesAreFoundByStatusNumberAndTime() async throws {
        try await Self.withCases { system in
            try await Self.check(system, [Self.kind()], ["a2"]) { $0.status = .closed }
            try await Self.check(system, [Self.kind()], ["d1", "a3", "a1"]) { $0.status = .open }
            let turned = Self.kind(statuses: ["held": .closed, "done": .open])
            try await Self.check(system, [turned], ["a3"]) { $0.status = .closed }
            try await Self.check(system, [turned], ["d1", "a2", "a1"]) { $0.status = .open }
            let numbers = ["a1", "b1", "c1"].map { TrackingReference.make(for: CaseID($0)) }
            try await Self.check(system, [Self.kind()], ["a1"]) { $0.references = numbers }
            let minute = TestSystem.start.advanced(bySeconds: 60)
            try await Self.check(system, [Self.kind()], ["a3", "a2"]) {
                $0.opened = minute...minute.advanced(bySeconds: 60)
            }
            try await Self.check(system, [Self.kind()], ["a3", "a2"]) { ($0.limit, $0.offset) = (2, 1) }
        }
    }

    @Test func aCaseComesAsItStandsAndAsItWasOpened() async throws {
        try await Self.withCases { system in
            var filter = FiledRequestFilter(kinds: [Self.kind()], limit: 10)
            filter.references = [TrackingReference.make(for: CaseID("a3"))]
            let found = try await system.views.requests(filter)
            #expect(found.map(\.state.state) == ["held"])
            #expect(found.map(\.state.fields["holder"]) == [.string("u-9")])
            #expect(found.map(\.opening.fields["holder"]) == [.string("u-1")])
            guard case .sealed? = found.first?.opening.fields["note"] else {
                Issue.record("expected the note to be sealed but it is not")
                return
            }
        }
    }

    /// Whatever else came in, a list reads what came in this way.
    @Test func anIndexIsMadeForTheList() async throws {
        try await TemporaryDatabase.with { database in
            let index = try await database.withConnection { connection in
                try await connection.query(
                    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'read' AND indexname = 'case_event_open311'"
                ).values(as: String.self)
            }
            #expect(index.count == 1)
            #expect(index.first?.contains("channel = '\(Open311Jurisdiction.channel)'") == true)
        }
    }
}
