import Foundation
import Postgres
import Synchronization

/// A database of its own for one test, made in the cluster that `DATABASE_URL` names and dropped afterwards.
package struct TemporaryDatabase: Sendable {
    /// How to connect to it.
    package let configuration: PostgresConfiguration

    /// Says what the tests need when they do not have it; they fail then, they are never skipped.
    package struct Missing: Error, CustomStringConvertible {
        package let description =
            "expected DATABASE_URL to name a superuser of a private PostgreSQL cluster but it is not set"
    }

    /// Makes a database, and drops it after the body, whoever is still connected.
    ///
    /// - Parameters:
    ///   - migrations: How many of `schemas/postgres` to apply, from the first; nil for all of them.
    ///   - body: Gets the database.
    package static func with<Result>(
        migrations: Int? = nil, _ body: (TemporaryDatabase) async throws -> Result
    ) async throws -> Result {
        guard let url = ProcessInfo.processInfo.environment["DATABASE_URL"] else { throw Missing() }
        var configuration = PostgresConfiguration(url, applicationName: "RedressalTests")
        let administrator = try await PostgresConnection.connect(configuration)
        let number = databases.add(1, ordering: .relaxed).newValue
        let name = "redressal_tests_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        try await administrator.execute("CREATE DATABASE \(SQL.identifier(name)) TEMPLATE template0")
        configuration.database = name
        let database = TemporaryDatabase(configuration: configuration)
        let outcome: Swift.Result<Result, any Error>
        do {
            try await database.migrate(migrations)
            outcome = .success(try await body(database))
        } catch {
            outcome = .failure(error)
        }
        try await administrator.execute("DROP DATABASE \(SQL.identifier(name)) WITH (FORCE)")
        await administrator.close()
        return try outcome.get()
    }

    /// Lends a connection.
    package func withConnection<Result>(_ body: (PostgresConnection) async throws -> Result) async throws -> Result {
        try await PostgresConnection.with(self.configuration, body)
    }

    /// Applies what is not applied yet.
    ///
    /// - Parameter count: How many of all migrations, from the first; nil for all of them.
    package func migrate(_ count: Int? = nil) async throws {
        let directory = URL(filePath: #filePath).appending(path: "../../../../schemas/postgres").standardizedFileURL
        let all = try Migrator(directory: directory).migrations.sorted { $0.version < $1.version }
        let wanted = Migrator(migrations: Array(all.prefix(count ?? all.count)))
        try await self.withConnection { _ = try await wanted.migrate($0) }
    }
}

/// Numbers the databases of one test run.
private let databases = Atomic(0)
