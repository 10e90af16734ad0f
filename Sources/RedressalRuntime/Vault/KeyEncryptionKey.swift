import Crypto
import Foundation
import Redressal

/// The key that wraps every person's key; kept in a file outside the database.
package struct KeyEncryptionKey: Equatable, Sendable {
    private let key: SymmetricKey

    /// Reads the key from a file of 64 hexadecimal digits, or makes a new one there, readable by its owner alone.
    ///
    /// - Parameter makes: Whether to make a file that is not there.
    /// - Throws: ``VaultError`` when the file is something else, cannot be made, or is missing and must not be made.
    package init(file: URL, makes: Bool = true) throws {
        if !FileManager.default.fileExists(atPath: file.path) {
            guard makes else {
                throw VaultError(
                    "expected the key file that this installation's personal fields are sealed with but there is none at "
                        + "'\(file.path)': name it in REDRESSAL_KEY_FILE")
            }
            try Self.make(file)
        }
        // Never written over: whatever is there may be the only key to all that was sealed.
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            let isForbidden = (error as? CocoaError)?.code == .fileReadNoPermission
            throw VaultError(
                "expected to read the key file '\(file.path)' but "
                    + (isForbidden ? "this account may not" : "it cannot be read as text"))
        }
        try self.init(hex: text.trimmingCharacters(in: .whitespacesAndNewlines), file: file.path)
    }

    /// Tells keys apart without telling anything of them.
    var fingerprint: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("redressal wrapping key".utf8), using: self.key)
        return Hex.encode(Array(code).prefix(16))
    }

    /// The key that cookies are signed with.
    package var sessionKey: SessionKey { SessionKey(self.derived(for: "redressal sessions")) }

    /// The key that the index's words are hidden by.
    package var searchKey: SearchKey { SearchKey(self.derived(for: "redressal search")) }

    /// The key that the PINs on receipts come from.
    package var receiptKey: ReceiptKey { ReceiptKey(self.derived(for: "redressal receipts")) }

    /// The key that the log's roots are signed with.
    ///
    /// - Throws: CryptoKit's error, which 32 bytes never bring.
    package func checkpointSigner() throws -> CheckpointSigner {
        try CheckpointSigner(seed: self.derived(for: "redressal signed roots").withUnsafeBytes { Array($0) })
    }

    /// A key for one purpose alone, derived from this one (HKDF, RFC 5869).
    func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: self.key, info: Array(purpose.utf8), outputByteCount: 32)
    }

    /// Makes a new key, unless another process makes one first.
    private static func make(_ file: URL) throws {
        let digits = SymmetricKey(size: .bits256).withUnsafeBytes { Hex.encode(Array($0)) }
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: "\(file.lastPathComponent).\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = FileManager.default.createFile(
            atPath: draft.path, contents: Data((digits + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard made else {
            throw VaultError(
                "expected to write the key file '\(file.path)' but its folder cannot be written")
        }
        // A link is made whole or not at all, and only where nothing is yet.
        try? FileManager.default.linkItem(at: draft, to: file)
        try? FileManager.default.removeItem(at: draft)
    }

    private init(key: SymmetricKey) { self.key = key }

    private init(hex: String, file: String) throws {
        guard let bytes = Hex.decode(hex), bytes.count == 32 else {
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
