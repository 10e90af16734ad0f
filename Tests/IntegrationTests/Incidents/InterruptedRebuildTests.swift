import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// A rebuild of the read models that somebody ends by Ctrl-C half way.
@Suite(.serialized) struct InterruptedRebuildTests {
    private static let tables = ["case_current", "case_event", "case_state", "timer", "escalation", "position"]

    @Test(.timeLimit(.minutes(10))) func saysHowToGoOnAndGoesOn() async throws {
        try await Sandbox.with(.postgres, partitions: 12) { sandbox in
            let file = sandbox.folder.appending(path: "incidents.csv")
            try IncidentLog.write(cases: 1500, to: file)
            let summary: ImportSummary = try await sandbox.run(
                "import", "incidents", file.path, "--in-process", "--json"
            ).json()
            let rebuild = try sandbox.start("projection", "rebuild")
            try await Fact.wait(for: "a part of the events in the new set") { try await Self.folded(sandbox) > 0 }
            rebuild.send(SIGINT)
            #expect(await rebuild.code() == 130, "\(rebuild.complaints)")
            let line = "the rebuild was interrupted: the live read models are as they were; go on with "
            #expect(rebuild.complaints.contains(line + "`redressal projection rebuild --resume`"))
            #expect(try await Self.folded(sandbox) < summary.events)

            try await sandbox.run("projection", "rebuild", "--resume")
            for table in Self.tables {
                let live = try await Self.digest(sandbox, "read", table)
                #expect(try await Self.digest(sandbox, "read_next", table) == live, "\(table)")
            }
            try await sandbox.run("projection", "switch")
            #expect(try await sandbox.differences() == 0)
        }
    }

    /// How many events the set beside the live one holds so far.
    private static func folded(_ sandbox: Sandbox) async throws -> Int {
        let isThere = try await sandbox.database.number(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'read_next' AND tablename = 'position'")
        guard isThere > 0 else { return 0 }
        return try await sandbox.database.number("SELECT coalesce(sum(accepted), 0)::bigint FROM read_next.position")
    }

    private static func digest(_ sandbox: Sandbox, _ schema: String, _ table: String) async throws -> [String] {
        try await sandbox.database.texts(
            """
            SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '')
            FROM (SELECT to_jsonb(t) - 'token' - 'moved_at' - 'sent_at' FROM \(SQL.identifier(schema, table)) t) r
            """)
    }
}
