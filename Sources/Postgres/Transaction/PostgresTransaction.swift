/// An open transaction, lent to the body of ``PostgresConnection/transaction(_:_:)``.
///
/// Neither copyable nor sendable, so it cannot outlive the body; the body is synchronous, so nothing else can run on
/// the connection before the transaction ends.
package struct PostgresTransaction: ~Copyable {
    private let session: Session

    init(session: Session) {
        self.session = session
    }

    /// Runs a statement and returns its rows.
    ///
    /// - Throws: ``PostgresError``, or `CancellationError` if the caller's task was cancelled.
    @discardableResult
    package func query(_ sql: SQL) throws -> PostgresResult {
        try self.session.query(sql)
    }

    /// Runs a statement and returns how many rows it inserted, changed, deleted or returned.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        try self.session.query(sql).affectedRows
    }

    /// Runs a script of several statements without bindings, such as a migration.
    package func execute(script: String) throws {
        _ = try self.session.script(script)
    }

    /// Sends all statements at once and reads all results: one round trip instead of many.
    ///
    /// - Returns: one result a statement, in order.
    /// - Throws: the first failed statement's error, with its `pipelineIndex`; the statements after it did not run.
    @discardableResult
    package func pipeline(_ statements: [SQL]) throws -> [PostgresResult] {
        try self.session.pipeline(statements)
    }

    /// Writes rows with `COPY … FROM STDIN`, the fastest way in.
    ///
    /// - Parameters:
    ///   - table: the quoted table, from `SQL.identifier`.
    ///   - columns: the columns' names, unquoted.
    ///   - rows: one value a column, in the order of `columns`.
    /// - Returns: how many rows were written.
    /// - Throws: ``PostgresError``; of kind `nulByte` or `misuse` with the column or row named, before the server saw it.
    @discardableResult
    package func copyIn(
        _ table: SQLIdentifier, columns: [String], rows: some Sequence<[PostgresValue]>
    ) throws -> Int {
        try self.session.copyIn(table, columns: columns, rows: rows)
    }

    /// Reads a query's rows with `COPY … TO STDOUT`, one at a time, without holding them all.
    ///
    /// - Parameters:
    ///   - query: a statement without bindings, because `COPY` takes none.
    ///   - onRow: gets one text a column, nil for `NULL`; what it throws ends the copy.
    /// - Returns: how many rows were read.
    @discardableResult
    package func copyOut(_ query: SQL, _ onRow: ([String?]) throws -> Void) throws -> Int {
        try self.session.copyOut(query, onRow)
    }

    /// Sends a notification, delivered to listeners when the transaction commits; equal ones arrive once.
    package func notify(_ channel: String, payload: String = "") throws {
        _ = try self.session.query(("SELECT pg_notify(\(channel), \(payload))" as SQL).labelled("NOTIFY"))
    }
}
