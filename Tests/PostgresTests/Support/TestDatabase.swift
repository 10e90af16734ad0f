import Foundation
import Postgres
import Synchronization

/// Says what the tests need when they do not have it; they fail then, they are never skipped.
struct MissingDatabase: Error, CustomStringConvertible {
    let description =
        "expected DATABASE_URL to name a PostgreSQL 15 superuser on a private cluster but it is not set"
}

/// Numbers the databases of one test run.
private let databases = Atomic(0)

/// The private cluster, from the environment.
func clusterConfiguration() throws -> PostgresConfiguration {
    guard let url = ProcessInfo.processInfo.environment["DATABASE_URL"] else { throw MissingDatabase() }
    return PostgresConfiguration(url, applicationName: "PostgresTests")
}

/// Makes a database for one test, and drops it afterwards, whoever is still connected.
func withDatabase<R>(_ body: (PostgresConfiguration) async throws -> R) async throws -> R {
    var configuration = try clusterConfiguration()
    let number = databases.add(1, ordering: .relaxed).newValue
    let name = "postgres_tests_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    let administrator = try await PostgresConnection.connect(configuration)
    try await administrator.execute("CREATE DATABASE \(SQL.identifier(name)) TEMPLATE template0")
    configuration.database = name
    let result: Result<R, any Error>
    do { result = .success(try await body(configuration)) } catch { result = .failure(error) }
    try await administrator.execute("DROP DATABASE \(SQL.identifier(name)) WITH (FORCE)")
    await administrator.close()
    return try result.get()
}

/// Makes a database and one connection to it.
func withTestConnection<R>(_ body: (PostgresConnection) async throws -> R) async throws -> R {
    try await withDatabase { configuration in
        try await PostgresConnection.with(configuration, body)
    }
}

/// Makes a database and a pool of connections to it.
func withPool<R>(size: Int, _ body: (PostgresPool) async throws -> R) async throws -> R {
    try await withDatabase { configuration in
        let pool = PostgresPool(configuration, size: size)
        let result = try await body(pool)
        await pool.close()
        return result
    }
}

/// Asks the server, over and over, until a session waits for a lock or sleeps: its statement is then surely running.
func untilBusy(_ processID: Int32, observer: PostgresConnection) async throws {
    var isBusy = false
    while !isBusy {
        isBusy = try await observer.query(
            """
            SELECT count(*) > 0 FROM pg_stat_activity
            WHERE pid = \(processID) AND state = 'active' AND wait_event_type IN ('Lock', 'Timeout')
            """
        ).value()
    }
}

/// Counts the advisory locks in this test's own database that are held, or that are waited for.
func advisoryLocks(granted: Bool, _ connection: PostgresConnection) async throws -> Int {
    try await connection.query(
        """
        SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
        WHERE locktype = 'advisory' AND granted = \(granted) AND datname = current_database()
        """
    ).value()
}

/// Runs a body that must fail with ``PostgresError``, and returns the error.
func postgresError<R>(_ body: () async throws -> R) async throws -> PostgresError {
    do {
        _ = try await body()
    } catch let error as PostgresError {
        return error
    }
    throw NothingThrown()
}

/// A body that was expected to fail did not.
struct NothingThrown: Error {}
