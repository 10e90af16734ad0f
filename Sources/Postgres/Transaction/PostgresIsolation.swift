/// How strictly a transaction is kept apart from others.
package enum PostgresIsolation: String, Sendable, CaseIterable {
    /// Each statement sees what was committed before it.
    case readCommitted
    /// All statements see what was committed before the first; a conflicting write fails with `serialization`.
    case repeatableRead
    /// As if transactions ran one after the other; a conflict fails with `serialization`.
    case serializable
    /// Repeatable read that cannot write: a consistent report.
    case snapshot

    /// After how many milliseconds the server ends the session of a client that stands still within a transaction that
    /// can write, because others wait for the rows that it has locked: whoever takes over from a process that was
    /// stopped, or whose machine is gone, could wait for ever.
    private static let patience = "; SET LOCAL idle_in_transaction_session_timeout = 10000"

    /// The statements that begin such a transaction.
    var begin: String {
        switch self {
        case .readCommitted: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" + Self.patience
        case .repeatableRead: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE" + Self.patience
        case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE" + Self.patience
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        }
    }
}
