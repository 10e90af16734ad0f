extension PostgresConnection {
    /// Runs a statement and returns its rows.
    ///
    /// - Throws: ``PostgresError``, or `CancellationError` if the task was cancelled.
    @discardableResult
    package nonisolated func query(_ sql: SQL) async throws -> PostgresResult {
        try await self.perform { try $0.query(sql) }
    }

    /// Runs a statement and returns how many rows it inserted, changed, deleted or returned.
    @discardableResult
    package nonisolated func execute(_ sql: SQL) async throws -> Int {
        try await self.query(sql).affectedRows
    }

    /// Runs a script of several statements without bindings; PostgreSQL runs it as one transaction.
    package nonisolated func execute(script: String) async throws {
        _ = try await self.perform { try $0.script(script) }
    }

    /// Runs `body` in a transaction: commits if it returns, rolls back if it throws.
    ///
    /// The body runs on the connection's queue and is synchronous on purpose: an `await` in it would let other tasks'
    /// statements into the transaction.
    ///
    /// - Throws: the body's own error after the rollback; ``PostgresError`` with `phase` `begin` or `commit`, of kind
    ///   `unknownCommitOutcome` if the connection broke during `COMMIT`; `CancellationError`.
    @discardableResult
    package nonisolated func transaction<T: Sendable>(
        _ isolation: PostgresIsolation = .readCommitted,
        _ body: @Sendable (borrowing PostgresTransaction) throws -> T
    ) async throws -> T {
        try await self.perform { try $0.transaction(isolation, body) }
    }

    /// Writes rows with `COPY … FROM STDIN`; see ``PostgresTransaction/copyIn(_:columns:rows:)``.
    @discardableResult
    package nonisolated func copyIn(
        _ table: SQLIdentifier, columns: [String], rows: some Sequence<[PostgresValue]> & Sendable
    ) async throws -> Int {
        try await self.perform { try $0.copyIn(table, columns: columns, rows: rows) }
    }

    /// Reads rows with `COPY … TO STDOUT`; see ``PostgresTransaction/copyOut(_:_:)``.
    @discardableResult
    package nonisolated func copyOut(
        _ query: SQL, _ onRow: @Sendable ([String?]) throws -> Void
    ) async throws -> Int {
        try await self.perform { try $0.copyOut(query, onRow) }
    }
}
