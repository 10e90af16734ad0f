import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What people wrote is erased when two agree; what was done stays.
@Suite struct PersonEraserTests {
    private static let words = "She said that my name is on no list"
    private static let number = "0301 5550088"

    /// Files a complaint, as somebody does on the website, and withdraws it.
    private static func file(_ id: String, by citizen: String, isOpen: Bool = false, _ system: TestSystem) async throws
    {
        let actor = Actor(user: citizen, role: "complainant")
        let fields: [String: FieldValue] = [
            "summary": .string(Self.words), "language": "en", "complainant_ref": .string(citizen),
            "safe_contact": .string(Self.number),
        ]
        let opening = OpenCase(workflow: "complaint", office: "kp-abbottabad-cell", fields: fields)
        let withdrawal = TakeAction(action: "withdraw", fields: ["withdrawal_statement": .string("I have it now")])
        for (name, request) in [("file", CommandRequest.open(opening)), ("withdraw", .act(withdrawal))] {
            if isOpen, name == "withdraw" { continue }
            let command = Command(
                id: CommandID("\(name)-\(id)"), case: CaseID(id), actor: actor, channel: "web",
                occurred: system.clock.now(), request: request)
            #expect(try await system.submit([command], subject: citizen).map(\.status) == [.accepted])
        }
        try await system.settle()
    }

    private static func eraser(_ system: TestSystem) -> PersonEraser {
        let definitions = system.definitions
        return PersonEraser(
            store: ErasureStore(pool: system.pool), views: system.views, vault: system.vault,
            log: AccessLogWriter(system.log), catalog: { definitions.catalog() }, clock: system.clock,
            ids: { UUID().uuidString.lowercased() })
    }

    private static func summary(_ id: String, _ system: TestSystem) async throws -> SealedValue {
        guard case .sealed(let value)? = try await system.views.find(id)?.fields["summary"] else {
            throw ErasureRefusal("expected a sealed summary")
        }
        return value
    }

    @Test(arguments: TestLog.allCases) func whatWasWrittenIsGoneAndWhatWasDoneStays(_ kind: TestLog) async throws {
        try await TestSystem.withShipped(kind) { system in
            try await Self.file("a", by: "citizen-1", system)
            try await Self.file("b", by: "citizen-2", system)
            try await system.indexed()
            var filter = CaseFilter()
            filter.closed = true
            #expect(try await Set(system.found("name list", in: filter)) == ["a", "b"])
            let (before, sealed) = (
                try await system.views.timeline(of: CaseID("a")), try await Self.summary("a", system)
            )

            let eraser = Self.eraser(system)
            let asked = try await eraser.ask("a", reason: "asked_at_counter", by: "u-205")
            #expect(try await system.vault.open(sealed, context: "a/summary") == .string(Self.words))
            await #expect(throws: ErasureRefusal.self) { try await eraser.ask("a", reason: "again", by: "u-205") }
            for account in ["u-205", "u-206", "u-207", "citizen-1"] {
                await #expect(throws: ErasureRefusal.self) { try await eraser.approve(asked.id, by: account) }
            }
            #expect(try await system.vault.open(sealed, context: "a/summary") == .string(Self.words))

            let done = try await eraser.approve(asked.id, by: "u-204")
            #expect(done.notice?.contains("by order of u-205 and u-204 (asked_at_counter)") == true)
            #expect(try await eraser.approve(asked.id, by: "u-204") == done)
            await #expect(throws: VaultError.self) { try await system.vault.open(sealed, context: "a/summary") }
            let after = try await system.views.timeline(of: CaseID("a"))
            #expect(after.map(\.record) == before.map(\.record) && after.map(\.hash) == before.map(\.hash))
            try await system.indexed()
            #expect(try await system.found("name list", in: filter) == ["b"])
            #expect(try await system.tables(holding: [Self.words, Self.number]) == [])
            // Others keep theirs.
            let other = try await Self.summary("b", system)
            #expect(try await system.vault.open(other, context: "b/summary") == .string(Self.words))
            #expect(try await ErasureStore(pool: system.pool).erasures(of: CaseID("a")) == [done])
        }
    }

    @Test func whoAskedAndWhoApprovedIsInTheAccessLogFirst() async throws {
        try await TestSystem.withShipped { system in
            try await Self.file("a", by: "citizen-1", system)
            let eraser = Self.eraser(system)
            let asked = try await eraser.ask("a", reason: "asked_at_counter", by: "u-205")
            _ = try await eraser.approve(asked.id, by: "u-204")
            try await AccessProjector(log: system.log, pool: system.pool, logger: .tests).catchUp()
            let entries = try await AccessReadModel(pool: system.pool)
                .entries(AccessQuestion(case: CaseID("a")), after: nil, limit: 10).entries
            #expect(
                Set(entries.map(\.fact))
                    == Set(
                        [.asked, .approved, .done].map {
                            .erasureOrdered(ErasureOrdered(asked, $0))
                        }))
            let posts = entries.map { "\($0.reader?.account ?? "–") \($0.post ?? "–")" }
            #expect(
                Set(posts) == [
                    "u-205 kp-abbottabad-cell-clerk", "u-204 kp-abbottabad-deputy-commissioner",
                ])
        }
    }

    /// As when the process ends after it was approved and before the keys were gone.
    @Test func whatWasApprovedAndNotDoneIsDoneByTheSameCallAgain() async throws {
        try await TestSystem.withShipped { system in
            try await Self.file("a", by: "citizen-1", system)
            let eraser = Self.eraser(system)
            let asked = try await eraser.ask("a", reason: "asked_at_counter", by: "u-205")
            _ = try await system.pool.query(
                "UPDATE vault.erasure SET approved_by = 'u-204', approved_at = now() WHERE id = \(asked.id) RETURNING id"
            )
            #expect(try await eraser.approve(asked.id, by: "u-204").doneAt != nil)
            let sealed = try await Self.summary("a", system)
            await #expect(throws: VaultError.self) { try await system.vault.open(sealed, context: "a/summary") }
        }
    }

    @Test func aKeyThatAnOpenCaseNeedsStays() async throws {
        try await TestSystem.withShipped { system in
            try await Self.file("a", by: "citizen-1", system)
            try await Self.file("b", by: "citizen-1", isOpen: true, system)
            let open = try #require(try await system.views.find("b")).reference
            await #expect(
                throws: ErasureRefusal("expected all cases of the same person to be closed but open are \(open)")
            ) { try await Self.eraser(system).ask("a", reason: "asked_at_counter", by: "u-205") }
        }
    }
}
