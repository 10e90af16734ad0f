import CLibPQ
import Logging

extension Session {
    /// Writes rows with `COPY … FROM STDIN`; see ``PostgresTransaction/copyIn(_:columns:rows:)``.
    func copyIn(
        _ table: SQLIdentifier, columns: [String], rows: some Sequence<[PostgresValue]>
    ) throws -> Int {
        let names = columns.map { SQL.identifier($0).quoted }.joined(separator: ", ")
        let sql: SQL = "COPY \(table) (\(unsafeSQL: names)) FROM STDIN"
        return try self.reporting(sql) {
            do {
                try self.startCopy(sql, expecting: PGRES_COPY_IN)
                do {
                    try self.sendRows(rows, columns: columns)
                } catch {
                    // The server must hear that the copy ends in failure before anything else can be sent.
                    try? self.endCopyIn(failure: "the client stopped the copy")
                    _ = try? self.collect()
                    throw error
                }
                try self.endCopyIn(failure: nil)
                return try self.collect().affectedRows
            } catch var error as PostgresError {
                error.table = error.table ?? table.quoted
                throw error
            }
        }
    }

    /// Encodes rows and sends them in pieces of about 64 KiB.
    private func sendRows(_ rows: some Sequence<[PostgresValue]>, columns: [String]) throws {
        var buffer: [UInt8] = []
        for row in rows {
            try CopyText.append(row, columns: columns, to: &buffer)
            guard buffer.count >= 65_536 else { continue }
            try self.putCopyData(buffer)
            buffer.removeAll(keepingCapacity: true)
            if self.token?.isCancelled == true { throw CancellationError() }
        }
        try self.putCopyData(buffer)
    }

    private func putCopyData(_ buffer: [UInt8]) throws {
        guard !buffer.isEmpty else { return }
        try self.withHandle { handle in
            let isSent = buffer.withUnsafeBytes {
                PQputCopyData(handle.pointer, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
            }
            guard isSent == 1 else { throw self.sendFailure(handle) }
        }
    }

    private func endCopyIn(failure: String?) throws {
        try self.withHandle { handle in
            guard PQputCopyEnd(handle.pointer, failure) == 1 else { throw self.sendFailure(handle) }
        }
    }

    /// Sends a `COPY` statement and checks that the server agrees to the direction.
    func startCopy(_ sql: SQL, expecting status: ExecStatusType) throws {
        let isStarted = try self.withHandle { handle in
            guard PQsendQuery(handle.pointer, sql.text) == 1, let pointer = PQgetResult(handle.pointer)
            else { throw self.sendFailure(handle) }
            let result = PQResult(pointer)
            if result.status == status { return true }
            if let error = result.error { throw self.drained(after: error) }
            return false
        }
        guard isStarted else {
            _ = try self.collect()
            throw PostgresError(.misuse, "expected a statement that COPY accepts")
        }
    }

    /// Reads what is left after an error, and returns the error.
    private func drained(after error: PostgresError) -> PostgresError {
        do { _ = try self.collect() } catch { self.logger.trace("more errors", metadata: ["error": "\(error)"]) }
        return self.remembered(error)
    }
}
