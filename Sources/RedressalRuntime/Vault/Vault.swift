import Crypto
import Foundation
import Postgres
import Redressal
import Synchronization

/// Seals and opens personal fields, one key a person; destroying a key erases the person.
package final class Vault: PersonKeyring {
    /// How many persons' keys are kept in memory.
    private static let cacheSize = 50_000

    private let pool: PostgresPool
    package let wrapping: KeyEncryptionKey
    private let keys = Mutex<[String: SymmetricKey]>([:])

    package init(pool: PostgresPool, wrapping: KeyEncryptionKey) {
        self.pool = pool
        self.wrapping = wrapping
    }

    /// Makes sure that every subject has a key, in two statements for all that are new.
    ///
    /// - Returns: The keys, to seal with.
    /// - Throws: ``VaultError`` for a subject whose key was destroyed; `PostgresError`.
    package func prepare(_ subjects: Set<String>) async throws -> PersonKeys {
        var known = self.keys.withLock { keys in
            Dictionary(uniqueKeysWithValues: subjects.compactMap { subject in keys[subject].map { (subject, $0) } })
        }
        let missing = subjects.filter { known[$0] == nil }.sorted()
        guard !missing.isEmpty else { return PersonKeys(known) }
        let fresh = try missing.map { try self.wrapping.wrap(SymmetricKey(size: .bits256), for: $0) }
        let rows = try await self.pool.transaction { transaction in
            _ = try transaction.execute(
                """
                INSERT INTO vault.subject_key (subject, wrapped)
                SELECT * FROM unnest(\(PostgresValue.textArray(missing)), \(PostgresValue.bytesArray(fresh)))
                ON CONFLICT DO NOTHING
                """)
            // Those that another process made a moment earlier are seen too: the insert waited for them.
            return try transaction.query(
                "SELECT subject, wrapped FROM vault.subject_key WHERE subject = ANY (\(PostgresValue.textArray(missing)))"
            )
        }
        known.merge(try self.remember(rows)) { $1 }
        return PersonKeys(known)
    }

    /// Opens a sealed value.
    ///
    /// - Throws: ``VaultError`` when the key was destroyed, or the value was sealed for something else.
    package func open(_ sealed: SealedValue, context: String) async throws -> FieldValue {
        let key = try await self.key(of: sealed.subject)
        return try PersonKeys([sealed.subject: key]).open(sealed, context: context)
    }

    /// The keys of those persons who have one, to open with; asked for anew, because another process may have destroyed some.
    ///
    /// - Throws: ``VaultError`` for a key of another installation; `PostgresError`.
    package func keys(of subjects: Set<String>) async throws -> PersonKeys {
        guard !subjects.isEmpty else { return PersonKeys() }
        let rows = try await self.pool.query(
            """
            SELECT subject, wrapped FROM vault.subject_key
            WHERE subject = ANY (\(PostgresValue.textArray(subjects.sorted()))) AND wrapped IS NOT NULL
            """)
        return PersonKeys(try self.remember(rows))
    }

    /// Destroys a person's key: nothing sealed under it can ever be opened again, nor be found by its words.
    package func destroy(_ subject: String) async throws {
        try await self.pool.transaction { transaction in
            try SearchErasure.erase(
                subject, self.wrapping.searchKey, in: transaction,
                destroying: """
                    UPDATE vault.subject_key SET wrapped = NULL, destroyed_at = clock_timestamp()
                    WHERE subject = \(subject) AND destroyed_at IS NULL
                    """)
        }
        self.keys.withLock { $0[subject] = nil }
    }

    /// The keys that are still there, as the transaction sees them and whatever is kept in memory.
    func remainingKeys(of subjects: Set<String>, in transaction: borrowing PostgresTransaction) throws -> PersonKeys {
        guard !subjects.isEmpty else { return PersonKeys() }
        let rows = try transaction.query(
            """
            SELECT subject, wrapped FROM vault.subject_key
            WHERE subject = ANY (\(PostgresValue.textArray(subjects.sorted()))) AND wrapped IS NOT NULL
            """)
        return PersonKeys(try self.unwrapped(rows))
    }

    private func key(of subject: String) async throws -> SymmetricKey {
        if let key = self.keys.withLock({ $0[subject] }) { return key }
        let found = try self.remember(
            try await self.pool.query("SELECT subject, wrapped FROM vault.subject_key WHERE subject = \(subject)"))
        guard let key = found[subject] else {
            throw VaultError("expected a key for the person but there is none")
        }
        return key
    }

    /// Keeps keys for the next time.
    ///
    /// - Returns: Them: in the cache they may make room for others at any time.
    private func remember(_ rows: PostgresResult) throws -> [String: SymmetricKey] {
        let found = try self.unwrapped(rows)
        self.keys.withLock { [found] keys in
            if keys.count + found.count > Self.cacheSize { keys.removeAll() }
            keys.merge(found) { $1 }
        }
        return found
    }

    private func unwrapped(_ rows: PostgresResult) throws -> [String: SymmetricKey] {
        try rows.reduce(into: [:]) { found, row in
            let subject: String = try row["subject"]
            guard let wrapped: [UInt8] = try row["wrapped", as: [UInt8]?.self] else {
                throw VaultError("expected the person's key but it was destroyed, and with it what it sealed")
            }
            found[subject] = try self.wrapping.unwrap(wrapped, for: subject)
        }
    }
}
