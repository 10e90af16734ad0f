import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
    @Test func aRefusedConnectionSaysWhy() async throws {
        let error = try await postgresError {
            _ = try await PostgresConnection.connect(PostgresConfiguration("host=127.0.0.1 port=1 dbname=x"))
        }
        #expect(error.kind == .cannotConnect)
        #expect(error.message.contains("Connection refused"))
    }

    @Test func aMalformedConnectionStringSaysWhy() async throws {
        let error = try await postgresError {
            _ = try await PostgresConnection.connect(PostgresConfiguration("no_such_option=1"))
        }
        #expect(error.kind == .cannotConnect)
        #expect(error.message.contains("no_such_option"))
    }

    @Test func theDatabaseCanBeChosenApart() async throws {
        try await withDatabase { configuration in
            let connection = try await PostgresConnection.connect(configuration)
            let name: String = try await connection.query("SELECT current_database()").value()
            #expect(name == configuration.database)
            await connection.close()
        }
    }

    @Test func aClosedConnectionRefusesWork() async throws {
        try await withTestConnection { connection async throws in
            #expect(connection.isOpen)
            await connection.close()
            #expect(!connection.isOpen)
            #expect(try await postgresError { try await connection.query("SELECT 1") }.kind == .closed)
        }
    }

    @Test func aSessionEndedByTheServerIsNoticedBeforeAnythingIsSent() async throws {
        try await withTestConnection { connection in
            let other = try await PostgresConnection.connect(try clusterConfiguration())
            try await other.query("SELECT pg_terminate_backend(\(connection.processID), 5000)")
            let error = try await postgresError { try await connection.query("SELECT 1") }
            #expect(error.isConnectionLost)
            #expect(error.isUnsent)
            #expect(error.isRetriable)
            #expect(!connection.isOpen)
            await other.close()
        }
    }

    @Test func aSessionEndedUnderAStatementTellsTheReason() async throws {
        try await withTestConnection { connection in
            let error = try await postgresError {
                try await connection.query("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            #expect(error.kind == .adminShutdown)
            #expect(error.sqlState == "57P01")
            #expect(!error.isUnsent)
            #expect(!connection.isOpen)
        }
    }

    @Test func blockedConnectionsLeaveSwiftsThreadsAlone() async throws {
        try await withPool(size: 17) { pool in
            // Sixteen statements block on a lock that only the test's own task can give back.
            let lock = AdvisoryLock(space: 1, key: 1)
            try await pool.withConnection { holder in
                try await lock.lock(on: holder)
                try await withThrowingTaskGroup { group in
                    for _ in 1...16 {
                        group.addTask {
                            try await pool.withConnection { connection in
                                try await lock.lock(on: connection)
                                try await lock.unlock(on: connection)
                            }
                        }
                    }
                    var waiting = 0
                    while waiting < 16 {
                        waiting = try await advisoryLocks(granted: false, holder)
                    }
                    #expect(try await lock.unlock(on: holder))
                    try await group.waitForAll()
                }
            }
        }
    }
}
