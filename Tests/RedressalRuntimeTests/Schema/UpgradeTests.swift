import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Databases made by earlier versions of the program, brought up to date.
@Suite struct UpgradeTests {
    /// Every table's columns, every index and every view of a database.
    private func structure(_ database: TemporaryDatabase) async throws -> [String] {
        try await database.withConnection { connection in
            try await connection.query(
                """
                SELECT table_schema || '.' || table_name || ' ' || ordinal_position || ' ' || column_name || ' ' || data_type
                FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                UNION ALL SELECT viewname || ' ' || definition FROM pg_views WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                ORDER BY 1
                """
            ).values(as: String.self)
        }
    }

    @Test(arguments: 0..<24) func aDatabaseOfAnyAgeEndsUpLikeANewOne(_ applied: Int) async throws {
        let fresh = try await TemporaryDatabase.with { try await self.structure($0) }
        #expect(fresh.contains { $0.contains("case_current_reference") })
        let upgraded = try await TemporaryDatabase.with(migrations: applied) { database in
            try await database.migrate()
            return try await self.structure(database)
        }
        #expect(upgraded == fresh)
    }

    @Test func whatWasSealedAndFoldedBeforeIsThereAfterwards() async throws {
        try await TemporaryDatabase.with(migrations: 3) { database in
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: file) }
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            let old = Vault(pool: pool, wrapping: try KeyEncryptionKey(file: file))
            let sealed = try await old.prepare(["person-1"]).seal("Aisha", subject: "person-1", context: "c/name")
            try await pool.execute(
                """
                INSERT INTO read.case_current (case_id, partition, reference, workflow, workflow_version, state, office,
                    opened_at, state_since, touched_at, reopened, reassigned, breached, escalation_level, paused,
                    historical, seq, head, fields)
                VALUES ('c', 0, 'K7MQ', 'complaint', 1, 'received', 'o', now(), now(), now(), 0, 0, false, 0, false,
                    false, 1, '', '{}')
                """)

            try await database.migrate()
            #expect(try await Vault.open(pool, keyFile: file).open(sealed, context: "c/name") == "Aisha")
            try await pool.execute(
                """
                INSERT INTO read.case_current SELECT (jsonb_populate_record(c, '{"case_id": "d"}')).*
                FROM read.case_current c
                """)
            let found: Int = try await pool.query("SELECT count(*) FROM read.case_current WHERE reference = 'K7MQ'")
                .value()
            #expect(found == 2)
            await pool.close()
        }
    }
}
