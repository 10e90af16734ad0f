import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Synchronization
import Testing

/// Opening personal fields: recorded first, and only what is somebody's to read.
@Suite(.timeLimit(.minutes(3))) struct SealedPersonalDataTests {
    /// An access log in memory that can fail.
    private final class Notes: AccessLog {
        let entries = Mutex<[AccessEntry]>([])
        let isAway = Atomic(false)

        func record(_ entries: [AccessEntry]) async throws(LogError) {
            if self.isAway.load(ordering: .relaxed) { throw LogError(.unavailable, "away") }
            self.entries.withLock { $0 += entries }
        }

        /// What happened, such as `PersonalDataRead case-1 name,note keeper`.
        var lines: [String] {
            self.entries.withLock { entries in
                entries.map { entry in
                    var words = [entry.fact.kind.rawValue, entry.fact.case?.text ?? "–"]
                    if case .personalDataRead(let facts) = entry.fact {
                        words += [facts.fields.joined(separator: ","), facts.standing.rawValue, facts.purpose]
                    }
                    if case .personalDataRefused(let facts) = entry.fact { words.append(facts.reason.rawValue) }
                    return words.joined(separator: " ")
                }
            }
        }
    }

    /// The duty, with a party, and a keeper who acts in such cases.
    private static let definitions = TestDefinitions(
        [
            "duty.yaml": TestDefinitions.workflow("duty", onMissed: "skip").replacing(
                "posts: [lead, manager, director]",
                with: "parties: {clerk: holder}\nposts: [lead, manager, director]"
            ).replacing(
                "chains:",
                with:
                    "  - {do: jot, from: any_open, to: $same, by: [keeper], fields: {note: optional}, emit: DutyJotted}\nchains:"
            ),
            "programmes/keepers.yaml": """
            kind: programme
            programme: keepers
            version: 1
            tz: UTC
            offices:
              shelf: {name: Shelf, kind: cell, calendar: wall}
            posts:
              shelf-keeper: {office: shelf, roles: [keeper], covers: [shelf], holder: u-keeper}
            people:
              u-keeper:
              u-auditor: {roles: [auditor]}
            """,
        ], besides: .duty)

    private static let person = Reader(account: "u-clerk", kind: .person)
    private static let machine = Reader(account: "root", kind: .operator)

    private static func with(
        _ body: (TestSystem, SealedPersonalData, Notes) async throws -> Void
    ) async throws {
        try await TestSystem.with(definitions: Self.definitions) { system in
            try await system.startEngine()
            system.startWorker()
            let notes = Notes()
            let definitions = system.definitions
            let data = SealedPersonalData(
                system.vault, pool: system.pool, log: notes, catalog: { definitions.catalog() }, clock: system.clock,
                ids: { "entry-\(UInt64.random(in: 0...UInt64.max))" })
            try await body(system, data, notes)
        }
    }

    private static func state(_ id: String, _ system: TestSystem) async throws -> CaseState {
        try await system.settle()
        return try #require(try await system.views.find(id))
    }

    @Test func whatIsReadIsRecordedAndThenOpen() async throws {
        try await Self.with { system, data, notes in
            _ = try await system.submit([
                system.opening("a", ["name": "Aisha Bibi", "note": "the blue mosque", "number": 7]),
                system.opening("b", ["name": "Omar"]), system.opening("c"),
            ])
            let states = [
                try await Self.state("a", system), try await Self.state("b", system), try await Self.state("c", system),
            ]
            let opened = try await data.opened(states, for: Self.machine, purpose: "case_show")
            #expect(opened.map { $0.fields["name"] } == ["Aisha Bibi", "Omar", nil])
            #expect(opened[0].fields["note"] == "the blue mosque")
            #expect(opened[0].fields["number"] == 7)
            #expect(opened[2] == states[2])
            #expect(
                notes.lines == [
                    "PersonalDataRead a name,note operator case_show", "PersonalDataRead b name operator case_show",
                ])
        }
    }

    @Test func whatCannotBeRecordedIsNotShown() async throws {
        try await Self.with { system, data, notes in
            _ = try await system.submit([system.opening("a", ["name": "Aisha Bibi"])])
            let state = try await Self.state("a", system)
            notes.isAway.store(true, ordering: .relaxed)
            await #expect(throws: LogError.self) {
                try await data.opened(state, for: Self.machine, purpose: "case_show")
            }
            #expect(notes.lines == [])
        }
    }

    @Test func aPersonWhoWasErasedStaysSealedAlsoWhereTheKeyWasUsedBefore() async throws {
        try await Self.with { system, data, notes in
            _ = try await system.submit([system.opening("a", ["name": "Aisha Bibi"])], subject: "person-1")
            let state = try await Self.state("a", system)
            #expect(
                try await data.opened(state, for: Self.machine, purpose: "x").fields["name"] == "Aisha Bibi")
            // Another process erases them: this one's memory still has the key.
            let other = try await Vault.open(system.pool, keyFile: system.keyFile)
            try await other.destroy("person-1")
            #expect(try await data.opened(state, for: Self.machine, purpose: "x") == state)
            #expect(notes.lines == ["PersonalDataRead a name operator x"])
        }
    }

    /// The clerk opened the case as its party and somebody else remarked on them.
    @Test func aPartyReadsWhatTheySaidThemselvesAlone() async throws {
        try await Self.with { system, data, notes in
            let remark = Command(
                id: CommandID("remark"), case: CaseID("a"), actor: Actor(user: "u-other", role: "keeper"),
                channel: "walk_in", occurred: system.clock.now(),
                request: .act(TakeAction(action: "jot", fields: ["note": "a troublemaker"])))
            _ = try await system.submit([system.opening("a", ["name": "Aisha Bibi", "note": "the mosque"])])
            let before = try await Self.state("a", system)
            let opened = try await data.opened(before, for: Self.person, purpose: "own")
            #expect(opened.fields["name"] == "Aisha Bibi")
            #expect(opened.fields["note"] == "the mosque")
            #expect(try await system.submit([remark]).map(\.status) == [.accepted])
            let after = try await Self.state("a", system)
            let again = try await data.opened(after, for: Self.person, purpose: "own")
            #expect(again.fields["name"] == "Aisha Bibi")
            #expect(again.fields["note"] == after.fields["note"])
            #expect(
                notes.lines == [
                    "PersonalDataRead a name,note party own", "PersonalDataRead a name party own",
                ])
        }
    }

    @Test func whoeverMayNotIsRefusedForAllOfThemAndThatIsRecorded() async throws {
        try await Self.with { system, data, notes in
            _ = try await system.submit([system.opening("a", ["name": "Aisha Bibi"])])
            let state = try await Self.state("a", system)
            for (account, kind, reason) in [
                ("u-auditor", Reader.Kind.person, PersonalDataRefusal.Reason.oversight),
                ("u-clerk", .service, .service),
                ("u-keeper", .person, .unseen),
            ] {
                let error = await #expect(throws: PersonalDataRefusal.self) {
                    try await data.opened(
                        [state, state], for: Reader(account: account, kind: kind), purpose: "handling")
                }
                #expect(error == PersonalDataRefusal(CaseID("a"), reason))
            }
            #expect(
                notes.lines == [
                    "PersonalDataRefused a oversight", "PersonalDataRefused a service", "PersonalDataRefused a unseen",
                ])
        }
    }
}
