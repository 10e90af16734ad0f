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

    // MARK: Workflows that disagree

    /// A workflow in which a note is nothing personal, beside one in which it is.
    private static let disagreeing = TestDefinitions(
        [
            "duty.yaml": TestDefinitions.workflow("duty", onMissed: "skip"),
            "plain.yaml": TestDefinitions.workflow("plain", onMissed: "skip").replacing(
                "note: text", with: "note: string"),
        ], besides: .duty)

    /// Sealed on a guess it would be refused, and the refusal kept under its key.
    @Test func aFieldThatWorkflowsDisagreeOnWaitsForTheCaseToBeFolded() async throws {
        try await TestSystem.with(definitions: Self.disagreeing) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a", workflow: "plain")])
            let remark = CommandDraft(system.doing("remark", to: "a", as: "remark", ["note": "pump"]))
            try await Self.withOtherGateway(system, pace: HastyClock()) { hasty in
                await #expect(throws: GatewayError.self) { try await hasty.submit([remark]) }
            }
            #expect(try await system.allRecords(.commands).count == 1)
            try await Self.withOtherGateway(system, pace: ContinuousClock()) { other in
                system.startWorker()
                let accepted = try await other.submit([remark])
                #expect(accepted.map(\.status) == [.accepted])
                let unknown = CommandDraft(system.doing("remark", to: "nobody", as: "lost", ["note": "pump"]))
                let refused = try await other.submit([unknown])
                #expect(refused.map(\.rejection?.code) == [.unknownCase])
            }
        }
    }

    private static func withOtherGateway(
        _ system: TestSystem, pace: any Clock<Duration>, _ body: (LogGateway) async throws -> Void
    ) async throws {
        let gateway = LogGateway(
            log: system.log, definitions: system.definitions, vault: system.vault, workflows: system.views,
            pace: pace, logger: .tests)
        try await gateway.start()
        try await body(gateway)
        await gateway.close()
    }
}
