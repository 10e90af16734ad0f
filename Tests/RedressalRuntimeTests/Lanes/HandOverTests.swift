import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What is left of a complaint once it went on in a lane: nothing that anybody can read.
@Suite struct HandOverTests {
    private static let words = "He waits for me at the gate every evening"
    private static let number = "0301 5550077"
    private static let clerk = Actor(
        user: "u-205", role: "intake", post: "kp-abbottabad-cell-clerk", office: "kp-abbottabad-cell")

    /// Files a complaint, as somebody does on the website.
    private static func file(_ id: String, by citizen: String = "citizen-1", _ system: TestSystem) async throws {
        let fields: [String: FieldValue] = [
            "summary": .string(Self.words), "language": "en", "complainant_ref": .string(citizen),
            "safe_contact": .string(Self.number), "may_leave_message": false,
        ]
        let command = Command(
            id: CommandID("file-\(id)"), case: CaseID(id), actor: Actor(user: citizen, role: "complainant"),
            channel: "web", occurred: system.clock.now(),
            request: .open(OpenCase(workflow: "complaint", office: "kp-abbottabad-cell", fields: fields)))
        #expect(try await system.submit([command], subject: citizen).map(\.status) == [.accepted])
    }

    /// - Returns: The case in the lane.
    private static func handOver(_ id: String, _ system: TestSystem) async throws -> CaseState {
        let command = Command(
            id: CommandID("mark-\(id)"), case: CaseID(id), actor: Self.clerk, channel: "console",
            occurred: system.clock.now(), request: .act(TakeAction(action: "mark_sensitive")))
        #expect(try await system.submit([command]).map(\.status) == [.accepted])
        // A click more changes nothing.
        #expect(try await system.submit([command]).map(\.status) == [.accepted])
        try await system.settle()
        let left = try #require(try await system.views.find(id))
        #expect(left.state == "closed_transferred")
        let link = try #require(system.definitions.catalog().handOver(of: left))
        return try #require(try await system.views.find(link.case.text))
    }

    private static func eraser(_ system: TestSystem) -> HandOverEraser {
        let (definitions, configuration) = (system.definitions, system.database.configuration)
        return HandOverEraser(
            store: HandOverStore(pool: system.pool), views: system.views, vault: system.vault,
            catalog: { definitions.catalog() }, logger: .tests
        ) {
            PostgresMembership(configuration, group: "hand-overs", partitions: 1, name: "eraser", logger: .tests)
        }
    }

    @Test(arguments: TestLog.allCases) func nothingCanBeReadOfItAnyMore(_ kind: TestLog) async throws {
        try await TestSystem.withShipped(kind) { system in
            try await Self.file("a", system)
            try await system.indexed()
            #expect(try await system.found("gate evening") == ["a"])
            let hidden = try await Self.handOver("a", system)
            // Nothing is destroyed before what is needed has come across.
            guard case .sealed(let contact)? = hidden.fields["safe_contact"] else {
                Issue.record("expected a sealed contact but found \(String(describing: hidden.fields["safe_contact"]))")
                return
            }
            #expect(contact.subject == "case:\(hidden.id)")
            let eraser = Self.eraser(system)
            #expect(try await eraser.step() == 1)
            #expect(try await eraser.step() == 0)
            #expect(try await system.vault.open(contact, context: "\(hidden.id)/safe_contact") == .string(Self.number))

            let left = try #require(try await system.views.find("a"))
            guard case .sealed(let summary)? = left.fields["summary"] else {
                Issue.record("expected a sealed summary")
                return
            }
            await #expect(throws: VaultError.self) { try await system.vault.open(summary, context: "a/summary") }
            #expect(try await system.vault.keys(of: ["citizen-1"]).canOpen(summary, context: "a/summary") == false)
            try await system.indexed()
            var filter = CaseFilter()
            filter.closed = true
            for words in ["gate evening", "5550077", hidden.reference, left.reference] {
                #expect(try await system.found(words, in: filter) == [], "\(words)")
            }
            #expect(try await system.tables(holding: [Self.words, Self.number, "5550077"]) == [])
        }
    }

    /// A person who has complained about something else too can still be read there.
    @Test func theKeyOfAPersonWithOtherCasesStays() async throws {
        try await TestSystem.withShipped { system in
            try await Self.file("a", system)
            try await Self.file("b", system)
            _ = try await Self.handOver("a", system)
            #expect(try await Self.eraser(system).step() == 1)
            let settled = try await system.pool.query(
                "SELECT destroyed || '+' || kept FROM lane.handed_over"
            ).values(as: String.self)
            #expect(settled == ["0+1"])
            let other = try #require(try await system.views.find("b"))
            guard case .sealed(let summary)? = other.fields["summary"] else { return }
            #expect(try await system.vault.open(summary, context: "b/summary") == .string(Self.words))
        }
    }

    /// To everybody outside the lane it is as a case that was sent to an office which they do not reach: no list, no search by
    /// person, no check and no sample has either.
    @Test func toPeopleOutsideItIsAsOneThatWentToAnotherOffice() async throws {
        try await TestSystem.withShipped { system in
            try await Self.file("a", system)
            try await Self.file("b", by: "citizen-2", system)
            try await system.settle()
            let accounts = ["u-205", "u-206", "u-204", "u-207"]
            for account in accounts {
                #expect(try await Self.told("a", to: account, system).contains("list"), "\(account)")
                #expect(try await Self.told("a", to: account, system) == Self.told("b", to: account, system))
            }
            _ = try await Self.handOver("a", system)
            let away = Command(
                id: CommandID("away"), case: CaseID("b"), actor: Self.officer, channel: "console",
                occurred: system.clock.now(),
                request: .act(
                    TakeAction(
                        action: "redirect", fields: ["office_id": "kh-1208", "reason_code": .string("wrong_office")])))
            #expect(try await system.submit([away]).map(\.status) == [.accepted])
            try await system.settle()
            for account in accounts {
                #expect(try await Self.told("a", to: account, system) == [], "\(account)")
                #expect(try await Self.told("b", to: account, system) == [], "\(account)")
            }
        }
    }

    private static let officer = Actor(
        user: "u-206", role: "triage_officer", post: "kp-abbottabad-cell-officer", office: "kp-abbottabad-cell")

    /// Which of the ways to look show somebody a case.
    private static func told(_ id: String, to account: String, _ system: TestSystem) async throws -> [String] {
        let sight = Sight(of: account, system.definitions.catalog(), at: system.clock.now())
        var filter = CaseFilter()
        filter.closed = true
        sight.narrow(&filter)
        var told: [String] = []
        let listed = try await system.views.page(filter, after: nil, limit: 100).cases.map(\.id.text)
        if listed.contains(id) { told.append("list") }
        filter.state = "closed_transferred"
        let left = try await system.views.page(filter, after: nil, limit: 100).cases.map(\.id.text)
        if left.contains(id) { told.append("transferred") }
        guard let scope = sight.auditScope else { return told }
        for user in ["u-205", "u-206", "citizen-1", "citizen-2"] {
            let question = TouchQuestion(scope, account: user)
            let touched = try await system.views.touched(question, after: nil, limit: 100).map(\.id.text)
            if touched.contains(id) { told.append("touched") }
        }
        let drawn = try await system.views.sample(SampleQuestion(scope, seed: "s", perOffice: 100)).map(\.id.text)
        return told + (drawn.contains(id) ? ["sample"] : [])
    }
}

extension PersonKeys {
    fileprivate func canOpen(_ sealed: SealedValue, context: String) -> Bool {
        (try? self.open(sealed, context: context)) != nil
    }
}
