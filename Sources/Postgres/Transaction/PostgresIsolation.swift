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

    /// The statement that begins such a transaction.
    var begin: String {
        switch self {
        case .readCommitted: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .repeatableRead: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
        case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        }
    }
}
