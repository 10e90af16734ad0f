import Foundation
import Postgres
import Redressal

extension Vault {
    /// Opens an installation's vault; the first one makes the key file, if there is none, and notes which key it is.
    ///
    /// - Throws: ``VaultError`` when the key file is another than the one that personal fields are sealed with, is
    ///   missing although there are some, or cannot be read; `PostgresError`.
    package static func open(_ pool: PostgresPool, keyFile: URL) async throws -> Vault {
        let noted = try await pool.query("SELECT fingerprint FROM vault.wrapping").values(as: String.self).first
        let sample = try await pool.query(
            "SELECT subject, wrapped FROM vault.subject_key WHERE wrapped IS NOT NULL LIMIT 1"
        ).first
        let wrapping = try KeyEncryptionKey(file: keyFile, makes: noted == nil && sample == nil)
        if let sample, noted == nil { _ = try wrapping.unwrap(try sample["wrapped"], for: try sample["subject"]) }
        // Of two that start at once with different files, the second finds what the first noted.
        try await pool.execute(
            "INSERT INTO vault.wrapping (fingerprint) VALUES (\(wrapping.fingerprint)) ON CONFLICT DO NOTHING")
        let fingerprint: String = try await pool.query("SELECT fingerprint FROM vault.wrapping").value()
        guard fingerprint == wrapping.fingerprint else {
            throw VaultError(
                "expected the key file that this installation's personal fields are sealed with but '\(keyFile.path)' "
                    + "holds another key: name the right one in REDRESSAL_KEY_FILE")
        }
        return Vault(pool: pool, wrapping: wrapping)
    }
}
