extension PostgresError {
    /// The families of errors that callers tell apart.
    package enum Kind: String, Sendable, CaseIterable {
        /// No connection could be made: refused, wrong password, unknown database, malformed connection string.
        case cannotConnect
        /// The connection broke, or was closed, before the answer was complete.
        case connectionLost
        /// The server is shutting down, or the session was ended by an administrator (class 57P) or because it stood still
        /// within a transaction (25P03).
        case adminShutdown
        /// The connection broke during `COMMIT`: the transaction may or may not have happened.
        case unknownCommitOutcome
        /// The server cancelled the statement: timeout, `pg_cancel_backend` or ``PostgresConnection/cancel()``.
        case cancelled
        /// 40001: run the transaction again.
        case serialization
        /// 40P01: run the transaction again.
        case deadlock
        /// 55P03: a lock was not available at once or in time.
        case lockNotAvailable
        /// 23505.
        case uniqueViolation
        /// 23503.
        case foreignKeyViolation
        /// 23502.
        case notNullViolation
        /// 23514.
        case checkViolation
        /// 23P01.
        case exclusionViolation
        /// A prepared statement no longer fits the schema, or is gone; it has been forgotten, so a retry prepares anew.
        case stalePlan
        /// The statement is wrong: syntax, unknown name, missing right (class 42).
        case invalidStatement
        /// A value does not fit its type (class 22).
        case invalidValue
        /// The server is out of connections, memory or disk (class 53).
        case insufficientResources
        /// A text holds a NUL character, which PostgreSQL cannot store; nothing was sent.
        case nulByte
        /// A value in a result is not what the caller asked for.
        case decoding
        /// The pool or the connection was closed by this program.
        case closed
        /// The API was used in a way that would break a transaction; the message says how.
        case misuse
        /// Any other error; see `sqlState`.
        case other
    }
}

extension PostgresError.Kind {
    /// Maps a SQLSTATE to the family of errors it belongs to.
    init(sqlState: String) {
        self = Self.exact[sqlState] ?? Self.classes[String(sqlState.prefix(2))] ?? .other
    }

    private static let exact: [String: PostgresError.Kind] = [
        "57P01": .adminShutdown, "57P02": .adminShutdown, "57P03": .cannotConnect, "57P05": .adminShutdown,
        "25P03": .adminShutdown,
        "57014": .cancelled,
        "40001": .serialization, "40P01": .deadlock, "55P03": .lockNotAvailable,
        "23505": .uniqueViolation, "23503": .foreignKeyViolation, "23502": .notNullViolation,
        "23514": .checkViolation, "23P01": .exclusionViolation,
        "26000": .stalePlan,
    ]

    private static let classes: [String: PostgresError.Kind] = [
        "08": .connectionLost, "22": .invalidValue, "28": .cannotConnect, "3D": .cannotConnect,
        "42": .invalidStatement, "53": .insufficientResources, "58": .insufficientResources,
    ]
}
