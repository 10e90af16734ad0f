import Postgres
import Redressal

/// Keeps the words of erased persons out of the index: whoever indexes shares a lock that whoever erases has alone.
///
/// So what is indexed was opened with keys that were there until its commit, and an erasure after it finds it in the index.
struct SearchErasure: Sendable {
    private static let lock = AdvisoryLock(space: 0x5244_5253, key: 0x5741_4950)

    /// Lets nobody be erased until the transaction's end.
    static func holdOff(in transaction: borrowing PostgresTransaction) throws {
        try self.lock.lockShared(in: transaction)
    }

    /// Takes what was sealed under a person's key out of the index; their cases are indexed anew without it.
    ///
    /// - Parameter destroy: Destroys the key, once nobody indexes.
    static func erase(
        _ subject: String, _ key: SearchKey, in transaction: borrowing PostgresTransaction, destroying destroy: SQL
    ) throws {
        try self.lock.lock(in: transaction)
        try transaction.execute(destroy)
        let tag = key.number(of: .subject(subject))
        try transaction.execute(
            """
            WITH erased AS (
                DELETE FROM search.case_terms WHERE terms @> \(PostgresValue.int64Array([tag]))
                RETURNING case_id, partition
            )
            INSERT INTO search.stale (case_id, partition) SELECT case_id, partition FROM erased ON CONFLICT DO NOTHING
            """)
    }
}
