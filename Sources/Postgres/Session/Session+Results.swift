import CLibPQ

extension Session {
    /// Reads every result of what was sent, to the end, so that the connection is free again.
    ///
    /// - Returns: the last result.
    /// - Throws: the first error among the results.
    func collect() throws -> PostgresResult {
        var last: PostgresResult?
        var failure: PostgresError?
        try self.withHandle { handle in
            while let pointer = PQgetResult(handle.pointer) {
                let result = PQResult(pointer)
                if let error = result.error { failure = failure ?? error }
                switch result.status {
                case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                    failure = failure ?? PostgresError(.misuse, "COPY must go through copyIn or copyOut")
                    handle.abandonCopy(result.status)
                default: break
                }
                last = PostgresResult(result)
            }
            if !handle.isAlive { failure = self.lost(handle, failure) }
        }
        if let failure { throw self.remembered(failure) }
        guard let last else { throw try self.withHandle { $0.failure() } }
        return last
    }

    /// The error for a connection that broke, keeping the server's own reason if it gave one.
    func lost(_ handle: borrowing PQConnection, _ reported: PostgresError?) -> PostgresError {
        self.gate.markClosed()
        guard var error = reported else { return handle.failure() }
        if !error.isConnectionLost { error.kind = .connectionLost }
        return error
    }

    /// Remembers the first error of a transaction.
    func remembered(_ error: PostgresError) -> PostgresError {
        self.firstFailure = self.firstFailure ?? error
        return error
    }
}

extension PQConnection {
    /// Ends a COPY nobody asked for, so that the remaining results can be read.
    func abandonCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_OUT {
            var row: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(self.pointer, &row, 0) > 0 { PQfreemem(row) }
        } else {
            PQputCopyEnd(self.pointer, "COPY must go through copyIn")
        }
    }
}
