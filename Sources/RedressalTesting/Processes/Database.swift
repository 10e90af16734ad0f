import Foundation
import Postgres
import Synchronization

/// A database of its own for one installation under test.
package struct Database: Sendable {
    /// Its address, as the program takes it.
    package let url: String
    private let name: String
    package let configuration: PostgresConfiguration
    private let administration: PostgresConfiguration

    /// Makes an empty one.
    ///
    /// - Parameter address: The superuser's address of the cluster.
    package static func make(at address: String) async throws -> Database {
        let number = databases.add(1, ordering: .relaxed).newValue
        let name = "integration_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        guard var components = URLComponents(string: address) else {
            throw Setting.Missing(description: "expected an address such as postgresql://… in DATABASE_URL")
        }
        components.path = "/\(name)"
        let database = Database(
            url: components.string ?? address, name: name,
            configuration: PostgresConfiguration(components.string ?? address, applicationName: "IntegrationTests"),
            administration: PostgresConfiguration(address, applicationName: "IntegrationTests"))
        _ = try await PostgresConnection.with(database.administration) {
            try await $0.execute("CREATE DATABASE \(SQL.identifier(name)) TEMPLATE template0")
        }
        return database
    }

    /// Drops it, whoever is still connected.
    package func drop() async throws {
        _ = try await PostgresConnection.with(self.administration) {
            try await $0.execute("DROP DATABASE \(SQL.identifier(self.name)) WITH (FORCE)")
        }
    }

    /// Ends every connection and refuses new ones, as a server that is away; or takes them again.
    package func refuseConnections(_ refuses: Bool) async throws {
        let name = SQL.identifier(self.name)
        _ = try await PostgresConnection.with(self.administration) { connection in
            if refuses {
                try await connection.execute("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
                try await connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(self.name)")
            } else {
                try await connection.execute("ALTER DATABASE \(name) ALLOW_CONNECTIONS true")
            }
        }
    }

    @discardableResult
    package func query(_ sql: SQL) async throws -> PostgresResult {
        try await self.withConnection { try await $0.query(sql) }
    }

    /// The first column of every row.
    package func texts(_ sql: SQL) async throws -> [String] { try await self.query(sql).values(as: String.self) }

    /// The one number that a query gives.
    package func number(_ sql: SQL) async throws -> Int { try await self.query(sql).value(as: Int.self) }

    package func withConnection<Result>(_ body: (PostgresConnection) async throws -> Result) async throws -> Result {
        try await PostgresConnection.with(self.configuration, body)
    }
}

/// Numbers the databases of one test run.
private let databases = Atomic(0)
