import Logging

extension PostgresPool {
    /// Runs a statement on some connection and returns its rows; tried again if it surely did not run.
    @discardableResult
    package func query(_ sql: SQL) async throws -> PostgresResult {
        try await self.retrying(while: \.isRetriable) { try await $0.query(sql) }
    }

    /// Runs a statement on some connection and returns how many rows it inserted, changed, deleted or returned.
    @discardableResult
    package func execute(_ sql: SQL) async throws -> Int {
        try await self.query(sql).affectedRows
    }

    /// Runs `body` in a transaction on some connection; see ``PostgresConnection/transaction(_:_:)``.
    ///
    /// - Important: `body` runs again after a serialization failure, a deadlock or a connection lost before `COMMIT`, up
    ///   to five times in all, so it must change nothing but the database. An `unknownCommitOutcome` is never retried.
    @discardableResult
    package func transaction<T: Sendable>(
        _ isolation: PostgresIsolation = .readCommitted,
        _ body: @Sendable (borrowing PostgresTransaction) throws -> T
    ) async throws -> T {
        // Before COMMIT a lost connection means a rollback, so everything may be done again.
        try await self.retrying {
            $0.isRetriable || $0.kind == .connectionLost || $0.kind == .adminShutdown
        } operation: {
            try await $0.transaction(isolation, body)
        }
    }

    /// Tries up to five times, with a growing random pause so that rivals do not meet again at once.
    private func retrying<T: Sendable>(
        while isRetriable: (PostgresError) -> Bool, operation: (PostgresConnection) async throws -> T
    ) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await self.withConnection(operation)
            } catch let error as PostgresError where attempt < 5 && isRetriable(error) {
                self.logger.debug("trying again", metadata: ["error": "\(error)", "attempt": "\(attempt)"])
                if !error.isConnectionLost {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 0..<(5 << attempt))))
                }
                attempt += 1
            }
        }
    }
}
