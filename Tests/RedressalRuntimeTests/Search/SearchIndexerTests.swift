import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Cases are found by what is in them, sealed or not, as it stands now.
@Suite struct SearchIndexerTests {
    private static let urdu = "ہماری گلی میں پانی نہیں آتا"
    private static let khmer = "ខ្ញុំមិនពេញចិត្តខ្លាំងនឹងសេវានេះ"
    private static let pashto = "د ښار سړک خراب دی"

    private static func with(
        _ kind: TestLog = .memory, partitions: Int = 2, _ body: (TestSystem) async throws -> Void
    ) async throws {
        try await TestSystem.with(kind, partitions: partitions) { system in
            try await system.startEngine()
            system.startWorker()
            try await body(system)
        }
    }

    /// Opens a case, and says who it is about and what is wrong.
    private static func fill(
        _ id: String, name: String, note: String, subject: String? = nil, _ system: TestSystem
    ) async throws {
        try await system.submit([system.opening(id)])
        let remark = system.doing("remark", to: id, as: "remark-\(id)", ["name": .string(name), "note": .string(note)])
        let outcomes = try await system.submit([remark], subject: subject)
        #expect(outcomes.map(\.status) == [.accepted])
    }

    @Test(arguments: TestLog.allCases) func sealedWordsAreFoundHoweverTheyAreTyped(_ kind: TestLog) async throws {
        try await Self.with(kind) { system in
            system.startIndexer()
            try await Self.fill("water", name: "علی خان 0300-5551234", note: Self.urdu, system)
            try await Self.fill("score", name: "Sok Dara +855 12 345 678", note: Self.khmer, system)
            try await Self.fill("road", name: "Gul Bibi", note: Self.pashto, system)
            try await system.indexed()
            for (words, cases) in [
                ("علي", ["water"]), ("علی خان", ["water"]), ("پاني ہماري", ["water"]), ("+92 300 5551234", ["water"]),
                ("dara", ["score"]), ("012345678", ["score"]), ("ពេញចិត្ត", ["score"]), ("សេវា", ["score"]),
                ("سڑک", ["road"]), ("GUL bibi", ["road"]), ("gul dara", []), ("بجلی", []),
            ] {
                #expect(try await system.found(words) == cases, "\(words)")
            }
            let reference = TrackingReference.make(for: CaseID("road"))
            for number in [reference, reference.lowercased(), reference.replacing("-", with: ""), "road"] {
                #expect(try await system.found(number) == ["road"], "\(number)")
            }
        }
    }

    @Test func aCaseIsFoundAsItStandsNow() async throws {
        try await Self.with { system in
            system.startIndexer()
            try await Self.fill("a", name: "Aisha", note: "no water", system)
            try await system.indexed()
            #expect(try await system.found("water") == ["a"])
            try await system.submit([
                system.doing("remark", to: "a", as: "second", ["note": "no light", "number": 731])
            ])
            try await system.indexed()
            #expect(try await system.found("water") == [])
            #expect(try await system.found("light aisha 731") == ["a"])
            try await system.submit([system.doing("finish", to: "a", as: "end")])
            try await system.indexed()
            #expect(try await system.found("light") == [])
            var filter = CaseFilter()
            filter.closed = true
            #expect(try await system.found("light", in: filter) == ["a"])
        }
    }

    /// At once, before anything is indexed anew; what is not theirs is found again, and later events bring nothing back.
    @Test func erasedPersonsAreFoundByNothing() async throws {
        try await Self.with { system in
            system.startIndexer()
            try await Self.fill("a", name: "Aisha", note: "no water", subject: "person-1", system)
            try await Self.fill("b", name: "Aisha", note: "no light", subject: "person-2", system)
            try await system.submit([system.doing("remark", to: "a", as: "number", ["number": 731])])
            try await system.indexed()
            #expect(Set(try await system.found("aisha")) == ["a", "b"])
            try await system.vault.destroy("person-1")
            #expect(try await system.found("aisha") == ["b"])
            #expect(try await system.found("water") == [])
            try await system.indexed()
            #expect(try await system.found("731") == ["a"])
            try await system.submit([system.doing("remark", to: "a", as: "again", ["number": 732])])
            try await system.indexed()
            #expect(try await system.found("732") == ["a"])
            #expect(try await system.found("aisha") == ["b"])
        }
    }

    /// Another process has the person's key in memory still.
    @Test func aKeyInMemoryOpensNothingOfAnErasedPerson() async throws {
        try await Self.with { system in
            try await Self.fill("a", name: "Aisha", note: "no water", subject: "person-1", system)
            try await system.projected()
            try await Vault.open(system.pool, keyFile: system.keyFile).destroy("person-1")
            // Here the key is in memory still, as in any process that did not destroy it.
            _ = try await system.vault.prepare(["person-1"])
            system.startIndexer()
            try await system.indexed()
            #expect(try await system.found("a") == ["a"])
            #expect(try await system.found("aisha") == [])
        }
    }

    @Test func whoComesLaterGoesOnAndFindsAllThatWasThereBefore() async throws {
        try await Self.with(partitions: 4) { system in
            for index in 0..<6 { try await Self.fill("early-\(index)", name: "Aisha", note: "water", system) }
            try await system.projected()
            let first = system.startIndexer("first")
            try await system.indexed()
            #expect(try await system.found("aisha").count == 6)
            try await first.stop()
            for index in 0..<6 { try await Self.fill("late-\(index)", name: "Aisha", note: "light", system) }
            system.startIndexer("second")
            system.startIndexer("third")
            try await system.indexed()
            #expect(try await system.found("aisha").count == 12)
            #expect(try await system.found("light").count == 6)
        }
    }

    @Test func theIndexIsMadeAnew() async throws {
        try await Self.with { system in
            system.startIndexer()
            for index in 0..<5 { try await Self.fill("case-\(index)", name: "Aisha", note: "water", system) }
            try await system.indexed()
            let before = try await Self.rows(system)
            #expect(try await system.views.forgetIndex() == 5)
            try await system.indexed()
            #expect(try await Self.rows(system) == before)
        }
    }

    /// An indexer that lost its partition, and does not know it, writes nothing.
    @Test func anIndexerThatLostItsPartitionWritesNothing() async throws {
        try await Self.with(partitions: 1) { system in
            system.startIndexer()
            try await Self.fill("a", name: "Aisha", note: "water", system)
            try await system.indexed()
            try await system.pool.execute("UPDATE search.position SET token = token + 1")
            try await Self.fill("b", name: "Aisha", note: "light", system)
            // It notices, takes the partition again, and goes on.
            try await system.indexed()
            #expect(try await system.found("light") == ["b"])
            #expect(system.metrics.text().contains("redressal_search_interruptions_total 1\n"))
        }
    }

    private static func rows(_ system: TestSystem) async throws -> [String] {
        try await system.pool.query("SELECT t::text FROM search.case_terms t ORDER BY case_id").values(as: String.self)
    }
}
