import Foundation
import Postgres
import RedressalTesting
import Testing

/// `redressal import requests`, on made-up and on real lists.
@Suite(.serialized) struct RequestImportTests {
    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func aMadeUpListGivesTheVerdictsOfItsRows(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            let file = sandbox.folder.appending(path: "requests.csv")
            try RequestList.standard.write(to: file)
            let summary: ImportSummary = try await sandbox.importing(file).json()
            #expect(summary.cases == 5)
            #expect(
                summary.rejected.map { "\($0.line) \($0.case)" } == ["7 101000000006", "8 101000000001"])
            let late = try await Self.late(try Self.numbers(file), sandbox)
            #expect(late == ["101000000002", "101000000004"])
            #expect(try await sandbox.differences() == 0)
            let events = try await sandbox.replayed().events
            let again: ImportSummary = try await sandbox.importing(file).json()
            #expect(again.events == 0)
            #expect(try await sandbox.replayed().events == events)
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func theVerdictsOfBostonAreReproduced(_ log: LogKind) async throws {
        guard let file = Setting.data("us311_small/boston311-100.csv") else { return }
        try await Sandbox.with(log) { sandbox in
            let summary: ImportSummary = try await sandbox.importing(file).json()
            #expect(summary.cases == 100)
            #expect(summary.rejected == [])
            // The 17 that shared/data/README.md lists, 5 closed and 12 open; the other 83 are on time.
            let expected = """
                101004113363 101004113473 101004113604 101004113667 101004113717 101004113751 101004113902 101004114154
                101004114383 101004114795 101004114820 101004115066 101004115118 101004115302 101004118346 101004141848
                101004143000
                """.split(whereSeparator: \.isWhitespace).map(String.init)
            let late = try await Self.late(try Self.numbers(file), sandbox)
            #expect(late == expected)
            // What the city itself says of those that are closed.
            let disagreeing = try await sandbox.database.number(
                """
                SELECT count(*) FROM read.case_current c
                WHERE state = 'closed' AND (fields->>'ontime_source' = 'OVERDUE') <> EXISTS (
                    SELECT 1 FROM read.case_event e WHERE e.case_id = c.case_id AND e.type = 'DeadlineBreached')
                """)
            #expect(disagreeing == 0)
        }
    }

    /// The same hundred requests in nine other forms: read alike, or refused with a reason.
    @Test(.timeLimit(.minutes(10)), arguments: RequestDialect.all)
    func otherFormsAreReadAlikeOrRefused(_ dialect: RequestDialect) async throws {
        guard let file = Setting.data("us311_small/\(dialect.file)") else { return }
        try await Sandbox.with(.postgres) { sandbox in
            let answer = try await sandbox.importing(file, expecting: dialect.refusal == nil ? 0 : 1)
            if let refusal = dialect.refusal {
                #expect(answer.errors.contains(refusal), "\(answer.shown)")
                let events = try await sandbox.database.number("SELECT count(*) FROM read.case_event")
                #expect(events == 0)
                return
            }
            let summary: ImportSummary = try answer.json()
            #expect(summary.cases == dialect.cases)
            #expect(summary.rejected.count == dialect.rejected)
            let late = try await sandbox.database.number(
                "SELECT count(DISTINCT case_id) FROM read.case_event WHERE type = 'DeadlineBreached'")
            #expect(late == dialect.late)
        }
    }

    /// The numbers of the requests whose deadline was breached, in order.
    private static func late(_ numbers: [String], _ sandbox: Sandbox) async throws -> [String] {
        try await sandbox.database.withConnection { connection in
            try await connection.execute(script: SourceIdentity.script)
            return try await connection.query(
                """
                SELECT number FROM unnest(\(PostgresValue.textArray(numbers))) number
                WHERE EXISTS (
                    SELECT 1 FROM read.case_event
                    WHERE case_id = source.case_id('request', number) AND type = 'DeadlineBreached')
                ORDER BY number
                """
            ).values(as: String.self)
        }
    }

    /// The first column of a comma-separated list.
    private static func numbers(_ file: URL) throws -> [String] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: ",").first.map(String.init) }
    }
}

extension Sandbox {
    fileprivate func importing(_ file: URL, expecting code: Int32 = 0) async throws -> Answer {
        try await self.run("import", "requests", file.path, "--in-process", "--json", expecting: code)
    }
}
