import CLibPQ

extension Session {
    /// Reads rows with `COPY … TO STDOUT`; see ``PostgresTransaction/copyOut(_:_:)``.
    func copyOut(_ query: SQL, _ onRow: ([String?]) throws -> Void) throws -> Int {
        let sql = SQL(unsafeSQL: "COPY (\(query.text)) TO STDOUT").labelled("COPY")
        return try self.reporting(sql) {
            guard query.bindings.isEmpty else {
                throw PostgresError(.misuse, "expected a query without bindings, because COPY takes none")
            }
            try self.startCopy(sql, expecting: PGRES_COPY_OUT)
            do {
                while let fields = try self.nextCopyRow() { try onRow(fields) }
            } catch {
                // Whatever the reason, the server is still sending: stop it and read to the end.
                self.gate.cancelCurrent()
                try? self.skipCopyRows()
                _ = try? self.collect()
                throw error
            }
            return try self.collect().affectedRows
        }
    }

    /// Waits for the next row.
    ///
    /// - Returns: its fields, or nil after the last.
    private func nextCopyRow() throws -> [String?]? {
        try self.withHandle { handle in
            var row: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(handle.pointer, &row, 0)
            defer { PQfreemem(row) }
            guard length >= 0 else {
                if length == -2 { throw self.sendFailure(handle) }
                return nil
            }
            guard let row else { return nil }
            let bytes = UnsafeRawBufferPointer(start: row, count: Int(length))
            return CopyText.fields(of: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
        }
    }

    private func skipCopyRows() throws {
        try self.withHandle { handle in
            var row: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(handle.pointer, &row, 0) > 0 { PQfreemem(row) }
        }
    }
}
