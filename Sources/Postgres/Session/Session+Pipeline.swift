import CLibPQ

extension Session {
    /// Sends all statements at once and reads all results: one round trip instead of many.
    ///
    /// - Returns: one result a statement, in order.
    /// - Throws: the first statement's error with its `pipelineIndex`; the statements after it did not run.
    func pipeline(_ batch: [SQL]) throws -> [PostgresResult] {
        let parameters = try batch.map { sql in try self.reporting(sql) { try ParameterBuffer(sql.bindings) } }
        let keys = zip(batch, parameters).map { StatementCache.Key(text: $0.text, types: $1.types) }
        // A batch of more texts than the cache holds would push out its own statements.
        let mayPrepare = Set(keys).count <= self.statements.capacity / 2
        let names = try zip(batch, keys).map { sql, key in
            try self.reporting(sql) { mayPrepare ? try self.preparedName(for: key) : nil }
        }
        try self.enterPipeline()
        do {
            for (index, sql) in batch.enumerated() {
                try self.send(keys[index], names[index], parameters[index], inBinary: sql.isBinary)
            }
        } catch {
            try self.sync()
            try self.leavePipeline()
            throw error
        }
        try self.sync()
        return try self.readPipeline(batch)
    }

    /// Marks the end of the batch; the server answers up to here, whatever fails before.
    private func sync() throws {
        try self.withHandle { handle in
            guard PQpipelineSync(handle.pointer) == 1 else { throw self.sendFailure(handle) }
        }
    }

    private func enterPipeline() throws {
        try self.withHandle { handle in
            guard PQenterPipelineMode(handle.pointer) == 1 else { throw self.sendFailure(handle) }
        }
    }

    /// Reads the results up to the first failure, then skips to the end.
    private func readPipeline(_ batch: [SQL]) throws -> [PostgresResult] {
        var results: [PostgresResult] = []
        do {
            for sql in batch { results.append(try self.reporting(sql) { try self.collect() }) }
        } catch var error as PostgresError {
            try self.leavePipeline()
            error.pipelineIndex = results.count
            throw error
        } catch {
            try self.leavePipeline()
            throw error
        }
        try self.leavePipeline()
        return results
    }

    /// Reads what is left, up to the synchronisation point, and goes back to one statement at a time.
    private func leavePipeline() throws {
        try self.withHandle { handle in
            while handle.isAlive, PQpipelineStatus(handle.pointer) != PQ_PIPELINE_OFF {
                if PQexitPipelineMode(handle.pointer) == 1 { return }
                guard let pointer = PQgetResult(handle.pointer) else { continue }
                _ = PQResult(pointer)
            }
        }
    }
}
