import Foundation
import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct MigratorTests {
    private static let one = Migration(version: 1, name: "cases", sql: "CREATE TABLE cases (id int); SELECT 1;")
    private static let two = Migration(version: 2, name: "timers", sql: "ALTER TABLE cases ADD due timestamptz;")

    private func history(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.query(
            "SELECT version || ' ' || name || ' ' || checksum FROM ops.migration WHERE applied_at <= now() ORDER BY version"
        ).values()
    }

    @Test func aFreshDatabaseGetsEverything() async throws {
        try await withTestConnection { connection async throws in
            let migrator = Migrator(migrations: [Self.two, Self.one])
            #expect(try await migrator.pending(on: connection) == [Self.one, Self.two])
            #expect(try await migrator.migrate(connection) == [Self.one, Self.two])
            #expect(try await migrator.migrate(connection) == [])
            #expect(
                try await self.history(connection)
                    == ["1 cases \(Self.one.checksum)", "2 timers \(Self.two.checksum)"])
            #expect(try await connection.query("SELECT due FROM cases").isEmpty)
        }
    }

    @Test func anOlderDatabaseGetsWhatIsNew() async throws {
        try await withTestConnection { connection in
            try await Migrator(migrations: [Self.one]).migrate(connection)
            #expect(try await Migrator(migrations: [Self.one, Self.two]).migrate(connection) == [Self.two])
        }
    }

    @Test func filesAreReadFromADirectory() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for migration in [Self.one, Self.two] {
            try Data(migration.sql.utf8).write(to: directory.appending(path: migration.fileName))
        }
        try Data().write(to: directory.appending(path: "README.md"))
        let found = try Migrator(directory: directory).migrations.sorted { $0.version < $1.version }
        #expect(found == [Self.one, Self.two])
    }

    @Test func aChangedFileIsAnErrorAndNothingIsApplied() async throws {
        try await withTestConnection { connection in
            try await Migrator(migrations: [Self.one]).migrate(connection)
            let changed = Migration(version: 1, name: "cases", sql: "CREATE TABLE cases (id bigint);")
            await #expect(
                throws: MigrationError.changed(
                    fileName: "0001_cases.sql", applied: Self.one.checksum, found: changed.checksum)
            ) { try await Migrator(migrations: [changed, Self.two]).migrate(connection) }
            #expect(try await self.history(connection).count == 1)
            // The lock was given back, so the next migrator is not held up.
            #expect(try await advisoryLocks(granted: true, connection) == 0)
        }
    }

    @Test func aNewerDatabaseIsAnError() async throws {
        try await withTestConnection { connection in
            try await Migrator(migrations: [Self.one, Self.two]).migrate(connection)
            await #expect(throws: MigrationError.databaseIsNewer(database: 2, program: 1)) {
                try await Migrator(migrations: [Self.one]).migrate(connection)
            }
        }
    }

    @Test func aFailingScriptIsUndoneAndNamed() async throws {
        try await withTestConnection { connection in
            let broken = Migration(version: 2, name: "broken", sql: "CREATE TABLE half (id int); SELECT nonsense;")
            do {
                try await Migrator(migrations: [Self.one, broken]).migrate(connection)
                Issue.record("expected a failure")
            } catch MigrationError.failed(let fileName, let error) {
                #expect(fileName == "0002_broken.sql")
                #expect(error.sqlState == "42703")
            }
            #expect(try await self.history(connection).count == 1)
            #expect(try await connection.query("SELECT to_regclass('half') IS NULL").value() == true)
        }
    }

    @Test func aScriptMayNotEndItsTransaction() async throws {
        try await withTestConnection { connection in
            let rude = Migration(version: 1, name: "rude", sql: "CREATE TABLE t (id int); COMMIT;")
            await #expect(throws: MigrationError.self) { try await Migrator(migrations: [rude]).migrate(connection) }
        }
    }

    @Test func twoMigratorsAtOnceApplyEachFileOnce() async throws {
        try await withDatabase { configuration in
            let migrator = Migrator(migrations: [Self.one, Self.two])
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let connection = try await PostgresConnection.connect(configuration)
                        let applied = try await migrator.migrate(connection)
                        await connection.close()
                        return applied
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied == [Self.one, Self.two])
        }
    }
}
