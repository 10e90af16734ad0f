import CLibPQ

/// The owner of a `PGresult`: frees it once, at the end of its life.
///
/// Sendable because of the manual, "Behavior in Threaded Programs": "PGresult objects are normally read-only after
/// creation, and so can be passed around freely between threads."
struct PQResult: ~Copyable, Sendable {
    /// The object; read-only from here on, as cited above.
    nonisolated(unsafe) private let pointer: OpaquePointer

    /// Takes ownership of a result.
    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(self.pointer)
    }

    /// What the server answered.
    var status: ExecStatusType { PQresultStatus(self.pointer) }
    /// How many rows came back.
    var rowCount: Int { Int(PQntuples(self.pointer)) }
    /// The command tag, such as `INSERT 0 1`.
    var commandTag: String { String(cString: PQcmdStatus(self.pointer)) }
    /// How many rows the command affected; 0 for commands that affect none.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(self.pointer))) ?? 0 }

    /// The columns, in order, copied out of C memory.
    var columns: [PostgresColumn] {
        (0..<PQnfields(self.pointer)).map { index in
            // The columns of a COPY have no names.
            let name = PQfname(self.pointer, index).map { String(cString: $0) } ?? ""
            return PostgresColumn(
                name: name, typeOID: PQftype(self.pointer, index), isBinary: PQfformat(self.pointer, index) == 1)
        }
    }

    /// The text of a cell, copied, or nil for `NULL`; row and column must exist.
    func text(row: Int, column: Int) -> String? {
        self.withCell(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the bytes of a cell, or returns nil for `NULL`; row and column must exist.
    func withCell<Value>(row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        let (row, column) = (Int32(row), Int32(column))
        guard PQgetisnull(self.pointer, row, column) == 0, let value = PQgetvalue(self.pointer, row, column)
        else { return nil }
        let length = Int(PQgetlength(self.pointer, row, column))
        return value.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
            body(UnsafeBufferPointer(start: bytes, count: length))
        }
    }

    /// One field of the error, copied, or nil if the error has none.
    private func diagnostic(_ field: Int32) -> String? {
        PQresultErrorField(self.pointer, field).map { String(cString: $0) }
    }

    /// The error this result reports, or nil if it reports success.
    var error: PostgresError? {
        guard self.status == PGRES_FATAL_ERROR || self.status == PGRES_BAD_RESPONSE else { return nil }
        let sqlState = self.diagnostic(redressal_diag_sqlstate)
        let text = self.diagnostic(redressal_diag_message) ?? String(cString: PQresultErrorMessage(self.pointer))
        var error = PostgresError(sqlState.map(PostgresError.Kind.init(sqlState:)) ?? .other, text.onOneLine)
        error.sqlState = sqlState
        error.detail = self.diagnostic(redressal_diag_detail)
        error.hint = self.diagnostic(redressal_diag_hint)
        error.constraint = self.diagnostic(redressal_diag_constraint)
        error.table = self.diagnostic(redressal_diag_table)
        error.column = self.diagnostic(redressal_diag_column)
        return error
    }
}

extension String {
    /// The text with its line ends replaced by spaces; libpq ends its messages with one.
    var onOneLine: String {
        self.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
