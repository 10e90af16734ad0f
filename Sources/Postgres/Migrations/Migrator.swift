import Foundation

/// Brings a database's schema up to date: each file once, in order, each in a transaction of its own.
///
/// What was applied stands in `ops.migration`, with a checksum, so that neither a changed file nor a database newer than
/// the program goes unnoticed.
package struct Migrator: Sendable {
    /// The known migrations.
    package let migrations: [Migration]

    /// Held while migrating, so that two programs started at once do not both migrate ("RDRS", "MIGR" in ASCII).
    private static let lock = AdvisoryLock(space: 0x5244_5253, key: 0x4D49_4752)

    /// Makes a migrator from migrations.
    package init(migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Makes a migrator from the `.sql` files in a directory.
    ///
    /// - Throws: ``MigrationError`` for a badly named file, or the error of reading.
    package init(directory: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        self.init(migrations: try files.filter { $0.pathExtension == "sql" }.map(Migration.init(file:)))
    }

    /// What is still to be applied, in order; changes nothing.
    ///
    /// - Throws: ``MigrationError`` if files and database do not belong together; ``PostgresError``.
    package func pending(on connection: PostgresConnection) async throws -> [Migration] {
        let hasTable: Bool = try await connection.query("SELECT to_regclass('ops.migration') IS NOT NULL").value()
        let applied = hasTable ? try await self.applied(on: connection) : []
        return try MigrationPlan(migrations: self.migrations, applied: applied).pending
    }

    /// Applies what is pending; waits for another migrator to finish first.
    ///
    /// - Returns: what was applied, in order.
    /// - Throws: ``MigrationError``, naming the file; ``PostgresError``.
    @discardableResult
    package func migrate(_ connection: PostgresConnection) async throws -> [Migration] {
        try await Self.lock.lock(on: connection)
        do {
            let applied = try await self.migrateLocked(connection)
            try await Self.lock.unlock(on: connection)
            return applied
        } catch {
            // A connection that broke has lost the lock already; the first error is the one that matters.
            _ = try? await Self.lock.unlock(on: connection)
            throw error
        }
    }

    private func migrateLocked(_ connection: PostgresConnection) async throws -> [Migration] {
        let pending = try await self.pending(on: connection)
        guard !pending.isEmpty else { return [] }
        try await connection.execute(script: Self.table)
        for migration in pending {
            do {
                try await connection.transaction { transaction in try migration.apply(in: transaction) }
            } catch let error as PostgresError {
                throw MigrationError.failed(fileName: migration.fileName, error)
            }
        }
        return pending
    }

    private func applied(on connection: PostgresConnection) async throws -> [MigrationPlan.Applied] {
        try await connection.query("SELECT version, name, checksum FROM ops.migration ORDER BY version").map { row in
            MigrationPlan.Applied(
                version: try row["version"], name: try row["name"], checksum: try row["checksum"])
        }
    }

    private static let table = """
        CREATE SCHEMA IF NOT EXISTS ops;
        CREATE TABLE IF NOT EXISTS ops.migration (
            version integer PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        """
}

extension Migration {
    /// Runs the script and records it, or neither.
    fileprivate func apply(in transaction: borrowing PostgresTransaction) throws {
        try transaction.execute(script: self.sql)
        try transaction.execute(
            """
            INSERT INTO ops.migration (version, name, checksum)
            VALUES (\(self.version), \(self.name), \(self.checksum))
            """)
    }
}
