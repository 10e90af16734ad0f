import CLibPQ

extension Session {
    /// Runs one statement with its bindings; prepares it on the server from its second use on.
    ///
    /// - Throws: ``PostgresError``, or `CancellationError` if the caller's task was cancelled.
    func query(_ sql: SQL) throws -> PostgresResult {
        try self.reporting(sql) {
            let parameters = try ParameterBuffer(sql.bindings)
            let key = StatementCache.Key(text: sql.text, types: parameters.types)
            let name = try self.preparedName(for: key)
            do {
                try self.send(key, name, parameters, inBinary: sql.isBinary)
                return try self.collect()
            } catch let error as PostgresError where name != nil {
                throw self.forgettingStalePlan(key, error)
            }
        }
    }

    /// Runs a script of several statements without bindings; the result is the last one's.
    func script(_ text: String) throws -> PostgresResult {
        let sql = SQL(unsafeSQL: text)
        return try self.reporting(sql) {
            try self.withHandle { handle in
                guard PQsendQuery(handle.pointer, sql.text) == 1 else { throw self.sendFailure(handle) }
            }
            return try self.collect()
        }
    }

    /// Notes a use of a statement, and prepares it if its time has come.
    ///
    /// - Returns: the name it is prepared under, or nil if it is to be sent whole.
    func preparedName(for key: StatementCache.Key) throws -> String? {
        switch self.statements.plan(for: key) {
        case .prepared(let name): return name
        case .unnamed:
            if let name = self.statements.evict() { _ = try self.script("DEALLOCATE \(name)") }
            return nil
        case .prepare(let name):
            try self.withHandle { handle in
                let isSent = key.types.withUnsafeBufferPointer {
                    PQsendPrepare(handle.pointer, name, key.text, Int32($0.count), $0.baseAddress)
                }
                guard isSent == 1 else { throw self.sendFailure(handle) }
            }
            _ = try self.collect()
            self.statements.prepared(key, name: name)
            return name
        }
    }

    /// Sends a statement whole (`name` nil) or by the name it is prepared under.
    func send(_ key: StatementCache.Key, _ name: String?, _ parameters: ParameterBuffer, inBinary: Bool) throws {
        try self.withHandle { handle in
            let (count, form): (Int32, Int32) = (Int32(parameters.count), inBinary ? 1 : 0)
            let isSent = parameters.withPointers { given in
                if let name {
                    return PQsendQueryPrepared(
                        handle.pointer, name, count, given.values, given.lengths, given.formats, form)
                }
                return PQsendQueryParams(
                    handle.pointer, key.text, count, given.types, given.values, given.lengths, given.formats, form)
            }
            guard isSent == 1 else { throw self.sendFailure(handle) }
        }
    }

    /// The error for a statement that libpq failed to send; part of it may have left, so it does not count as unsent.
    func sendFailure(_ handle: borrowing PQConnection) -> PostgresError {
        if !handle.isAlive { self.gate.markClosed() }
        return self.remembered(handle.failure())
    }

    /// Forgets a prepared statement that the server no longer accepts.
    ///
    /// 0A000 "cached plan must not change result type" follows a change of the schema; 26000 a `DISCARD`.
    private func forgettingStalePlan(_ key: StatementCache.Key, _ error: PostgresError) -> PostgresError {
        guard error.sqlState == "0A000" || error.sqlState == "26000" else { return error }
        self.statements.forget(key)
        var stale = error
        stale.kind = .stalePlan
        return stale
    }

    /// Runs `body` unless the caller has given up, and adds the statement to its errors.
    func reporting<R>(_ sql: SQL, _ body: () throws -> R) throws -> R {
        if self.token?.isCancelled == true { throw CancellationError() }
        do {
            guard !sql.text.utf8.contains(0) else {
                throw PostgresError(.nulByte, "expected SQL text without NUL characters")
            }
            return try body()
        } catch var error as PostgresError {
            // The server says "cancelled" for many reasons; this one has a name of its own in Swift.
            if error.kind == .cancelled, self.token?.isCancelled == true { throw CancellationError() }
            error.label = error.label ?? sql.label
            error.sql = error.sql ?? sql.text
            throw error
        }
    }
}
