import Logging

extension PostgresPool {
    /// Runs a statement that changes one row, although a client that stands still may have locked it.
    ///
    /// The server ends the session of a client that is silent within a transaction (``PostgresIsolation``), but not when
    /// the client was stopped in the middle of a COPY or of a pipeline: to the server it is busy then, for ever. So
    /// whoever is to take over waits for a while, and then has the server end the session that holds the row. Its
    /// transaction is rolled back; it learns of it when it goes on.
    ///
    /// - Parameters:
    ///   - sql: The statement; it runs in a transaction of its own.
    ///   - table: The row's table, from `SQL.identifier`.
    ///   - condition: Which row it is.
    ///   - patience: How long others may hold the row, whole milliseconds.
    /// - Throws: ``PostgresError``; of kind `lockNotAvailable` when whoever holds the row cannot be ended by this role.
    package func seize(
        _ sql: SQL, _ table: SQLIdentifier, where condition: SQL, patience: Duration = .seconds(10)
    ) async throws -> PostgresResult {
        do {
            return try await self.changing(sql, patience)
        } catch let error as PostgresError where error.kind == .lockNotAvailable {
            let ended = try await self.query(
                """
                SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE pid IN (
                    SELECT l.pid FROM \(table) AS t JOIN pg_locks AS l ON l.transactionid = t.xmax AND l.granted
                    WHERE \(condition))
                  AND xact_start < clock_timestamp() - \(patience.milliseconds) * interval '1 millisecond'
                """)
            self.logger.notice(
                "ended sessions that stood still and held what is needed here",
                metadata: ["sessions": "\(ended.count)", "table": "\(table.quoted)"])
            return try await self.changing(sql, patience)
        }
    }

    private func changing(_ sql: SQL, _ patience: Duration) async throws -> PostgresResult {
        try await self.transaction { transaction in
            try transaction.execute(script: "SET LOCAL lock_timeout = \(patience.milliseconds)")
            return try transaction.query(sql)
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}
