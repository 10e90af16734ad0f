/// A lock that lives in the database and means what its users agree it means.
///
/// Held by a session, not a transaction: it ends with ``unlock(on:)`` or with the connection, so keep the connection.
package struct AdvisoryLock: Sendable, Hashable {
    /// What kind of thing is locked; agreed upon by this program's parts.
    package let space: Int32
    /// Which one.
    package let key: Int32

    /// Names a lock.
    package init(space: Int32, key: Int32) {
        self.space = space
        self.key = key
    }

    /// Takes the lock if it is free.
    ///
    /// - Returns: true if this session now holds it (once more, if it already did).
    package func tryLock(on connection: PostgresConnection) async throws -> Bool {
        try await connection.query("SELECT pg_try_advisory_lock(\(self.space), \(self.key))").value()
    }

    /// Waits for the lock; the connection can do nothing else meanwhile.
    package func lock(on connection: PostgresConnection) async throws {
        try await connection.query("SELECT pg_advisory_lock(\(self.space), \(self.key))")
    }

    /// Gives the lock back, once for each time it was taken.
    ///
    /// - Returns: false if this session did not hold it.
    @discardableResult
    package func unlock(on connection: PostgresConnection) async throws -> Bool {
        try await connection.query("SELECT pg_advisory_unlock(\(self.space), \(self.key))").value()
    }

    /// Takes the lock until the transaction's end, if it is free.
    package func tryLock(in transaction: borrowing PostgresTransaction) throws -> Bool {
        try transaction.query("SELECT pg_try_advisory_xact_lock(\(self.space), \(self.key))").value()
    }

    /// Waits for the lock and holds it, beside others who share it, until the transaction's end.
    package func lockShared(in transaction: borrowing PostgresTransaction) throws {
        try transaction.query("SELECT pg_advisory_xact_lock_shared(\(self.space), \(self.key))")
    }

    /// Waits for the lock and holds it alone until the transaction's end.
    package func lock(in transaction: borrowing PostgresTransaction) throws {
        try transaction.query("SELECT pg_advisory_xact_lock(\(self.space), \(self.key))")
    }
}
