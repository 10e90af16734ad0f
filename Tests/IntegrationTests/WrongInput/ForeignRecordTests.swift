import Foundation
import Postgres
import RedressalTesting
import Testing

/// Records in the events topic that no engine of ours wrote.
@Suite(.serialized) struct ForeignRecordTests {
    /// What a stranger may write: no JSON, other JSON, and an event of a later version.
    private static let values = ["not JSON", "{}", #"{"type": "CaseOpened", "version": 99, "case": "x", "seq": 1}"#]

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func foreignRecordsAreVoidAndHarmNobody(_ log: LogKind) async throws {
        try await Sandbox.with(log, partitions: 1) { sandbox in
            try await sandbox.run("demo", "--in-process")
            let before = try await sandbox.replayed()
            for value in Self.values { try await sandbox.writeForeign(value) }
            try await sandbox.run("demo", "--in-process")

            let after = try await sandbox.replayed()
            #expect(after.digests == before.digests)
            #expect(after.events == before.events)
            #expect(after.void == before.void + Self.values.count)
            let kept = try await sandbox.database.number("SELECT count(*) FROM read.void")
            #expect(kept == after.void)
            #expect(try await sandbox.differences() == 0)
        }
    }
}

extension Sandbox {
    /// Writes a record that has our key and nothing else of ours.
    fileprivate func writeForeign(_ value: String) async throws {
        switch self.log {
        case .postgres:
            try await self.database.query(
                """
                SELECT log.append(
                    ARRAY['events'], ARRAY[0]::bigint[], ARRAY['x'], ARRAY['{}'], ARRAY[convert_to(\(value), 'UTF8')])
                """)
        case .kafka:
            let file = self.folder.appending(path: "foreign.txt")
            try Data("x\t\(value)\n".utf8).write(to: file)
            let answer = try await self.answer(
                [
                    "/usr/bin/env", "kcat", "-P", "-b", try Setting.bootstrap(), "-t", self.prefix + "events", "-p",
                    "0",
                    "-K", "\t",
                ], input: file)
            guard answer.code == 0 else { throw UnexpectedEnd(answer: answer, expected: 0) }
        }
    }
}
