/// What went wrong in a conversation with PostgreSQL.
///
/// Decide by `kind`, `sqlState` and `constraint`, never by `message`. `description` is safe to show; `debugDescription`
/// adds the SQL text and the server's detail, which may quote row values.
package struct PostgresError: Error, Sendable, Equatable {
    /// The part of a transaction in which an error happened.
    package enum Phase: String, Sendable {
        /// A statement, alone or in a transaction's body.
        case statement
        /// `BEGIN`: the body never ran.
        case begin
        /// `COMMIT`: the body ran to its end.
        case commit
    }

    /// The family of the error; the basis of every decision.
    package var kind: Kind
    /// The five-character SQLSTATE, if the server (and not libpq or this client) reported the error.
    package var sqlState: String?
    /// The primary message, one line.
    package var message: String
    /// The server's detail; may quote row values.
    package var detail: String?
    /// The server's hint.
    package var hint: String?
    /// The violated constraint, for integrity errors.
    package var constraint: String?
    /// The table, for integrity errors, `COPY` and migrations.
    package var table: String?
    /// The column, for errors about one column or one encoded value.
    package var column: String?
    /// A short name of the statement, free of values: its label or its first word.
    package var label: String?
    /// The SQL text with `$n` in place of values.
    package var sql: String?
    /// The index of the statement that failed in a pipeline.
    package var pipelineIndex: Int?
    /// The part of the transaction that failed.
    package var phase: Phase = .statement
    /// True if the statement never left this process, so that sending it again cannot run it twice.
    package var isUnsent: Bool = false

    /// Makes an error of this client's own; the server's errors come from `PQResult`.
    package init(_ kind: Kind, _ message: String, column: String? = nil, table: String? = nil) {
        self.kind = kind
        self.message = message
        self.column = column
        self.table = table
    }

    /// True if the connection is of no more use.
    package var isConnectionLost: Bool {
        switch self.kind {
        case .connectionLost, .adminShutdown, .cannotConnect, .unknownCommitOutcome: true
        default: false
        }
    }

    /// True if doing the whole transaction again, on a good connection, is safe and may succeed.
    ///
    /// A lost connection counts only if nothing was sent: whoever knows that the transaction was not committed (such as
    /// ``PostgresPool``) may retry more.
    package var isRetriable: Bool {
        switch self.kind {
        case .serialization, .deadlock, .stalePlan: true
        case .connectionLost, .adminShutdown: self.isUnsent
        default: false
        }
    }
}
