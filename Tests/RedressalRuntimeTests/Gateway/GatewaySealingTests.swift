import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Nothing personal enters the log in clear.
@Suite struct GatewaySealingTests {
    private static let secrets = ["Aisha Bibi", "0300-5551234", "next to the blue mosque", "typed in the wrong field"]

    /// Where in the topics and the read models a secret can be read.
    private static func leaks(in system: TestSystem) async throws -> [String] {
        var places: [String] = []
        for topic in Topic.allCases {
            for record in try await system.allRecords(topic) {
                let text =
                    String(decoding: record.value ?? [], as: UTF8.self) + (record.key ?? "")
                    + record.headers.map(\.value).joined()
                places += self.secrets.filter(text.contains).map { "\(topic): \($0)" }
            }
        }
        for table in ["case_current", "case_state", "case_event"] {
            let rows = try await system.pool.query("SELECT t::text AS text FROM \(SQL.identifier("read", table)) AS t")
            for row in rows {
                let text: String = try row["text"]
                places += self.secrets.filter(text.contains).map { "\(table): \($0)" }
            }
        }
        return places
    }

    @Test func personalFieldsAreSealedBeforeTheLog() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            system.startWorker()
            let outcomes = try await system.submit(
                [
                    system.opening("a", ["name": "Aisha Bibi", "note": "next to the blue mosque"]),
                    system.doing("remark", to: "a", as: "remark", ["name": "0300-5551234", "number": 7]),
                ], subject: "person-1")
            #expect(outcomes.map(\.status) == [.accepted, .accepted])
            try await system.settle()
            #expect(try await Self.leaks(in: system) == [])
            let fields = try #require(try await system.views.find("a")).fields
            #expect(fields["number"] == 7)
            guard case .sealed(let name) = fields["name"], case .sealed(let note) = fields["note"] else {
                Issue.record("expected sealed fields but found \(fields)")
                return
            }
            #expect(name.subject == "person-1")
            #expect(try await system.vault.open(name, context: "a/name") == "0300-5551234")
            #expect(try await system.vault.open(note, context: "a/note") == "next to the blue mosque")
        }
    }

    /// A field that the workflow does not know is refused; what somebody typed into it must not stay in the log.
    @Test func whatNoWorkflowKnowsIsSealedBeforeItIsRefused() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            let outcomes = try await system.submit([
                system.opening("a", ["nmae": "typed in the wrong field"]),
                system.opening("b", workflow: "unheard_of", ["name": "Aisha Bibi"]),
                system.doing("remark", to: "nobody", as: "remark", ["note": "next to the blue mosque"]),
            ])
            #expect(outcomes.map(\.rejection?.code) == [.unknownField, .unknownWorkflow, .unknownCase])
            #expect(try await Self.leaks(in: system) == [])
        }
    }

    /// The read models are behind, and another gateway opened the case.
    @Test func aCaseOpenedAMomentAgoElsewhereGetsItsFieldsSealed() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a")])
            let other = LogGateway(
                log: system.log, definitions: system.definitions, vault: system.vault, workflows: system.views,
                logger: .tests)
            try await other.start()
            let fields: [String: FieldValue] = ["name": "Aisha Bibi", "number": 7]
            let outcomes = try await other.submit([
                CommandDraft(system.doing("remark", to: "a", as: "remark", fields))
            ])
            await other.close()
            #expect(outcomes.map(\.status) == [.accepted])
            #expect(try await Self.leaks(in: system) == [])
        }
    }
}
