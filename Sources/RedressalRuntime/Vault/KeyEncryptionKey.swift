import Crypto
import Foundation

/// The key that wraps every person's key; kept in a file outside the database.
package struct KeyEncryptionKey: Sendable {
    private let key: SymmetricKey

    /// Reads the key from a file of 64 hexadecimal digits, or makes a new one there, readable by its owner alone.
    ///
    /// - Throws: ``VaultError`` when the file is something else or cannot be made.
    package init(file: URL) throws {
        if let text = try? String(contentsOf: file, encoding: .utf8) {
            try self.init(hex: text.trimmingCharacters(in: .whitespacesAndNewlines), file: file.lastPathComponent)
            return
        }
        let key = SymmetricKey(size: .bits256)
        let hex = key.withUnsafeBytes { bytes in bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let made = FileManager.default.createFile(
            atPath: file.path, contents: Data((hex + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard made else {
            throw VaultError("expected to write the key file '\(file.lastPathComponent)' but its folder cannot be written")
        }
        self.init(key: key)
    }

    private init(key: SymmetricKey) { self.key = key }

    private init(hex: String, file: String) throws {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        guard digits.count == 64, bytes.count == 32 else {
            throw VaultError("expected 64 hexadecimal digits in the key file '\(file)' but found something else")
        }
        self.init(key: SymmetricKey(data: bytes))
    }

    /// Wraps a person's key.
    func wrap(_ key: SymmetricKey, for subject: String) throws -> [UInt8] {
        let plain = key.withUnsafeBytes { Data($0) }
        let box = try AES.GCM.seal(plain, using: self.key, authenticating: Data(subject.utf8))
        guard let bytes = box.combined else { throw VaultError("expected a 12-byte nonce but found another") }
        return Array(bytes)
    }

    /// Unwraps a person's key; the subject must be the one it was wrapped for.
    func unwrap(_ bytes: [UInt8], for subject: String) throws -> SymmetricKey {
        do {
            let box = try AES.GCM.SealedBox(combined: Data(bytes))
            return SymmetricKey(data: try AES.GCM.open(box, using: self.key, authenticating: Data(subject.utf8)))
        } catch {
            throw VaultError("expected a key wrapped by this installation's key file but it was wrapped by another")
        }
    }
}
