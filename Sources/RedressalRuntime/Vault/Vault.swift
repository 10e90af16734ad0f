import Crypto
import Foundation
import Postgres
import Redressal
import Synchronization

/// Seals and opens personal fields, one key a person; destroying a key erases the person.
package final class Vault: Sendable {
    /// How many persons' keys are kept in memory.
    private static let cacheSize = 50_000

    private let pool: PostgresPool
    private let wrapping: KeyEncryptionKey
    private let keys = Mutex<[String: SymmetricKey]>([:])

    package init(pool: PostgresPool, wrapping: KeyEncryptionKey) {
        self.pool = pool
        self.wrapping = wrapping
    }

    /// Makes sure that every subject has a key, in one round trip for all that are new.
    ///
    /// - Throws: ``VaultError`` for a subject whose key was destroyed; `PostgresError`.
    package func prepare(_ subjects: Set<String>) async throws {
        let missing = self.keys.withLock { keys in subjects.filter { keys[$0] == nil } }.sorted()
        guard !missing.isEmpty else { return }
        let fresh = try missing.map { try self.wrapping.wrap(SymmetricKey(size: .bits256), for: $0) }
        let rows = try await self.pool.transaction { transaction in
            for (subject, wrapped) in zip(missing, fresh) {
                _ = try transaction.execute(
                    "INSERT INTO vault.subject_key (subject, wrapped) VALUES (\(subject), \(wrapped)) ON CONFLICT DO NOTHING")
            }
            return try transaction.query(
                "SELECT subject, wrapped FROM vault.subject_key WHERE subject = ANY (\(PostgresValue.textArray(missing)))")
        }
        try self.remember(rows)
    }

    /// Seals one value under a subject's key.
    ///
    /// - Parameter context: What it belongs to; opening needs the same, so that a value cannot be moved elsewhere.
    /// - Throws: ``VaultError`` when ``prepare(_:)`` was not called for the subject.
    package func seal(_ value: FieldValue, subject: String, context: String) throws -> SealedValue {
        guard let key = self.keys.withLock({ $0[subject] }) else {
            throw VaultError("expected a key for the person but there is none")
        }
        let plain = try CanonicalJSON.encode(value)
        let box = try AES.GCM.seal(plain, using: key, authenticating: Array("\(subject)\u{1F}\(context)".utf8))
        guard let bytes = box.combined else { throw VaultError("expected a 12-byte nonce but found another") }
        return SealedValue(subject: subject, box: bytes.base64EncodedString())
    }

    /// Opens a sealed value.
    ///
    /// - Throws: ``VaultError`` when the key was destroyed, or the value was sealed for something else.
    package func open(_ sealed: SealedValue, context: String) async throws -> FieldValue {
        let key = try await self.key(of: sealed.subject)
        guard let data = Data(base64Encoded: sealed.box), let box = try? AES.GCM.SealedBox(combined: data),
            let plain = try? AES.GCM.open(
                box, using: key, authenticating: Array("\(sealed.subject)\u{1F}\(context)".utf8))
        else { throw VaultError("expected a value sealed for this field but it was sealed for another") }
        return try CanonicalJSON.decode(FieldValue.self, from: Array(plain))
    }

    /// Destroys a person's key: nothing sealed under it can ever be opened again.
    package func destroy(_ subject: String) async throws {
        _ = try await self.pool.execute(
            """
            UPDATE vault.subject_key SET wrapped = NULL, destroyed_at = clock_timestamp()
            WHERE subject = \(subject) AND destroyed_at IS NULL
            """)
        self.keys.withLock { $0[subject] = nil }
    }

    private func key(of subject: String) async throws -> SymmetricKey {
        if let key = self.keys.withLock({ $0[subject] }) { return key }
        try self.remember(
            try await self.pool.query("SELECT subject, wrapped FROM vault.subject_key WHERE subject = \(subject)"))
        guard let key = self.keys.withLock({ $0[subject] }) else {
            throw VaultError("expected a key for the person but there is none")
        }
        return key
    }

    private func remember(_ rows: PostgresResult) throws {
        for row in rows {
            let subject: String = try row["subject"]
            guard let wrapped: [UInt8] = try row["wrapped", as: [UInt8]?.self] else {
                throw VaultError("expected the person's key but it was destroyed, and with it what it sealed")
            }
            let key = try self.wrapping.unwrap(wrapped, for: subject)
            self.keys.withLock { keys in
                if keys.count >= Self.cacheSize { keys.removeAll() }
                keys[subject] = key
            }
        }
    }
}
