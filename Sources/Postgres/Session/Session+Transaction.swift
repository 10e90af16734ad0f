import Logging

extension Session {
    /// Runs `body` in a transaction: commits if it returns, rolls back if it throws.
    ///
    /// - Throws: the body's own error after a rollback, or ``PostgresError`` with `phase` `begin` or `commit`; of kind
    ///   `unknownCommitOutcome` if the connection broke during `COMMIT`.
    // Swift 6.3.1 crashes when it specialises a body that borrows a noncopyable value ("Cannot initialize a nonCopyable
    // type with a guaranteed value"), so this one function is not specialised; it waits for the server anyway.
    @_semantics("optimize.sil.specialize.generic.never")
    func transaction<T>(
        _ isolation: PostgresIsolation, _ body: (borrowing PostgresTransaction) throws -> T
    ) throws -> T {
        try self.inPhase(.begin) { _ = try self.script(isolation.begin) }
        self.firstFailure = nil
        let value: T
        do {
            value = try body(PostgresTransaction(session: self))
            try self.checkCommittable()
        } catch {
            self.rollback()
            throw error
        }
        try self.commit()
        return value
    }

    /// Refuses to commit what cannot be committed, or what its caller no longer wants.
    private func checkCommittable() throws {
        if self.token?.isCancelled == true { throw CancellationError() }
        if self.isInFailedTransaction || !self.isAlive {
            // COMMIT would answer ROLLBACK without an error, and the caller would believe it had committed.
            throw self.firstFailure ?? PostgresError(.misuse, "the transaction failed, but its body did not throw")
        }
        if self.isIdle { throw PostgresError(.misuse, "the transaction's body ended the transaction itself") }
    }

    /// Commits; from here on a cancellation of the caller's task comes too late.
    private func commit() throws {
        self.gate.end()
        self.token = nil
        let sent = ContinuousClock.now
        do {
            try self.inPhase(.commit) { _ = try self.script("COMMIT") }
            self.committed(since: sent)
        } catch var error as PostgresError where error.isConnectionLost && !error.isUnsent {
            error.kind = .unknownCommitOutcome
            throw error
        } catch {
            self.rollback()
            throw error
        }
    }

    /// Rolls back if a transaction is open; if that fails, closes the connection, which makes the server roll back.
    func rollback() {
        self.gate.end()
        self.token = nil
        guard self.isAlive, !self.isIdle else { return }
        do {
            _ = try self.script("ROLLBACK")
        } catch {
            self.logger.debug("rollback failed, closing the connection", metadata: ["error": "\(error)"])
            self.close()
        }
    }

    private func inPhase(_ phase: PostgresError.Phase, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch var error as PostgresError {
            error.phase = phase
            throw error
        }
    }
}

extension Session {
    /// Makes sure that an operation outside `transaction` left no transaction open for the next caller to fall into.
    ///
    /// - Throws: ``PostgresError`` of kind `misuse`; the caller rolls back.
    func checkNothingLeftOpen() throws {
        guard self.isAlive, !self.isIdle else { return }
        throw PostgresError(.misuse, "BEGIN in a statement of its own was rolled back: use transaction { … }")
    }
}
