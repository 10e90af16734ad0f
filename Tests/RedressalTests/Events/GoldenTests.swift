import Redressal
import Testing

/// What is stored is never edited: these files are what programs wrote once and must read for ever.
@Suite struct GoldenTests {
    @Test func everyGoldenEventReadsBackAndIsWrittenByteForByte() throws {
        for record in try GoldenHistory.records() {
            let golden = try GoldenFiles.golden("\(record.event.kind.rawValue).v1.json")
            #expect(try CanonicalJSON.decode(EventRecord.self, from: golden) == record)
            #expect(Self.text(try CanonicalJSON.encode(record)) == Self.text(golden))
        }
    }

    @Test func theGoldenOwnershipReadsBackAndIsWrittenByteForByte() throws {
        let golden = try GoldenFiles.golden("OwnershipTaken.v1.json")
        #expect(try CanonicalJSON.decode(OwnershipRecord.self, from: golden).facts == GoldenHistory.ownership)
        #expect(Self.text(try CanonicalJSON.encode(OwnershipRecord(GoldenHistory.ownership))) == Self.text(golden))
    }

    @Test func everyGoldenCommandAndOutcomeReadsBackAndIsWrittenByteForByte() throws {
        let commands = try GoldenFiles.golden("commands.json")
        #expect(try CanonicalJSON.decode([Command].self, from: commands) == GoldenCommands.commands)
        #expect(Self.text(try CanonicalJSON.encode(GoldenCommands.commands)) == Self.text(commands))
        let outcomes = try GoldenFiles.golden("outcomes.json")
        #expect(try CanonicalJSON.decode([Outcome].self, from: outcomes) == GoldenCommands.outcomes)
        #expect(Self.text(try CanonicalJSON.encode(GoldenCommands.outcomes)) == Self.text(outcomes))
    }

    @Test func everyKindHasAGoldenFileAndASchema() throws {
        let kinds = CaseEvent.Kind.allCases.map(\.rawValue) + [OwnershipTaken.kind]
        #expect(
            try GoldenFiles.goldenNames()
                == Set(kinds.map { "\($0).v1.json" } + ["state.json", "commands.json", "outcomes.json"]))
        #expect(try GoldenFiles.schemaNames() == Set(kinds.map { "\($0).v1.schema.json" }))
        #expect(try Set(GoldenHistory.records().map(\.event.kind)) == Set(CaseEvent.Kind.allCases))
    }

    @Test func theSchemaOfOutcomesListsEveryReasonToRefuse() throws {
        let schema = String(decoding: try GoldenFiles.schema("outcome"), as: UTF8.self)
        let codes = try #require(schema.firstMatch(of: /"code": \{\s*"enum": \[([^\]]*)\]/)).1
        let listed = codes.split(separator: ",").map { $0.filter { $0.isLetter || $0 == "_" } }
        #expect(listed == Rejection.Code.allCases.map(\.rawValue))
    }

    @Test func theGoldenHistoryFoldsToTheRecordedState() throws {
        var fold = PartitionFold()
        let records = try GoldenHistory.records()
        for (offset, record) in records.enumerated() {
            let bytes = try GoldenFiles.golden("\(record.event.kind.rawValue).v1.json")
            let step = fold.fold(
                LogRecord(
                    topic: .events, partition: 0, offset: Int64(offset), key: record.case.text, headers: [],
                    value: bytes))
            guard case .applied(record, _, _) = step else {
                Issue.record("expected \(record.event.kind) to be applied but found \(step)")
                return
            }
        }
        let recorded = try CanonicalJSON.decode(CaseState.self, from: GoldenFiles.golden("state.json"))
        let folded = try #require(fold.cases[records[0].case])
        #expect(folded == recorded)
        #expect(Self.text(try CanonicalJSON.encode(folded)) == Self.text(try GoldenFiles.golden("state.json")))
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension EventRecord {
    static func ~= (pattern: EventRecord, value: EventRecord) -> Bool { pattern == value }
}
