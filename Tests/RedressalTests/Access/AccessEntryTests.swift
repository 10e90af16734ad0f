import Foundation
import Redressal
import Testing

/// What is stored is never edited: these files are what programs wrote once and must read for ever.
@Suite struct AccessEntryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test func everyGoldenEntryReadsBackAndIsWrittenByteForByte() throws {
        for entry in GoldenAccess.entries {
            let file = Self.folder.appending(path: "\(entry.fact.kind.rawValue).v1.json")
            let golden = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
            #expect(try CanonicalJSON.decode(AccessEntry.self, from: Array(golden.utf8)) == entry)
            #expect(String(decoding: try CanonicalJSON.encode(entry), as: UTF8.self) == golden)
        }
    }

    @Test func everyKindHasAGoldenFileAndASchema() throws {
        let kinds = AccessFact.Kind.allCases.map(\.rawValue)
        #expect(GoldenAccess.entries.map(\.fact.kind.rawValue) == kinds)
        let files = FileManager.default
        #expect(try Set(files.contentsOfDirectory(atPath: Self.folder.path())) == Set(kinds.map { "\($0).v1.json" }))
        let schemas = GoldenFiles.root.appending(path: "schemas/access")
        #expect(
            try Set(files.contentsOfDirectory(atPath: schemas.path())) == Set(kinds.map { "\($0).v1.schema.json" }))
    }

    @Test func aRecordReadsBackInThePartitionOfItsAccount() throws {
        for entry in GoldenAccess.entries {
            let record = try entry.record(partitions: 12)
            #expect(record.topic == .access)
            #expect(record.partition == Partitioner.partition(of: entry.key, among: 12))
            #expect(
                record.headers.first { $0.name == "ce_dataschema" }?.value
                    == "/schemas/access/\(entry.fact.kind.rawValue).v1.schema.json")
            let logged = LogRecord(
                topic: .access, partition: record.partition, offset: 3, key: record.key, headers: record.headers,
                value: record.value)
            #expect(AccessEntry(logged) == entry)
        }
    }

    @Test(arguments: ["u-2", nil]) func aRecordUnderAnotherKeyIsNone(_ key: String?) throws {
        let record = try GoldenAccess.entries[0].record(partitions: 12)
        let logged = LogRecord(
            topic: .access, partition: 0, offset: 0, key: key, headers: record.headers, value: record.value)
        #expect(AccessEntry(logged) == nil)
    }

    @Test(arguments: [
        ("\"version\":1", "\"version\":2"), ("\"SignedIn\"", "\"SignedOn\""), ("\"kind\":\"person\",", ""),
        ("u-1", "u\\u0000"),
    ])
    func aRecordOfAnotherProgramIsNone(_ old: String, _ new: String) throws {
        let record = try GoldenAccess.entries[0].record(partitions: 12)
        let text = String(decoding: record.value, as: UTF8.self)
        #expect(text.contains(old))
        let logged = LogRecord(
            topic: .access, partition: 0, offset: 0, key: record.key, headers: [],
            value: Array(text.replacing(old, with: new).utf8))
        #expect(AccessEntry(logged) == nil)
    }

    @Test func aNameThatWasTypedIsKeptAsItsHashAlone() throws {
        let entry = AccessEntry(
            refusing: "my secret password", .wrong, request: nil, id: "e", at: .april(6, 9))
        let record = try entry.record(partitions: 12)
        let all = String(decoding: record.value, as: UTF8.self) + (record.key ?? "") + "\(record.headers)"
        #expect(!all.contains("secret"))
        #expect(record.key == SignInRefused.hash("my secret password"))
        #expect(record.key?.count == 64)
    }

    @Test(arguments: ["1.2.3", "Entry", "entry 1", "entry\n", "entry\u{0}", "", String(repeating: "a", count: 65)])
    func aCursorThatNobodyGaveIsNone(_ text: String) {
        #expect(AccessCursor(text) == nil)
    }

    @Test func aCursorReadsBack() {
        let cursor = AccessCursor(after: GoldenAccess.entries[0])
        #expect(AccessCursor(cursor.text) == cursor)
    }
}
