import Crypto
import Foundation
import Redressal

/// A file's own key: it seals the bytes, and is itself sealed under somebody else's.
struct AttachmentSeal: Sendable {
    /// What every sealed file is bound to, so that no other ciphertext can stand for one.
    private static let purpose = Array("redressal attachment".utf8)
    private let key: SymmetricKey

    /// A new one.
    init() { self.key = SymmetricKey(size: .bits256) }

    private init(_ key: SymmetricKey) { self.key = key }

    /// AES-256-GCM nonce, ciphertext and tag (NIST SP 800-38D).
    func seal(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let box = try AES.GCM.seal(bytes, using: self.key, authenticating: Self.purpose).combined else {
            throw VaultError("expected a 12-byte nonce but found another")
        }
        return Array(box)
    }

    /// - Throws: ``VaultError`` for what was sealed with another key.
    func open(_ box: [UInt8]) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: box)
            return Array(try AES.GCM.open(box, using: self.key, authenticating: Self.purpose))
        } catch {
            throw VaultError("expected a file sealed with its own key but it was sealed with another")
        }
    }

    /// The key wrapped by the installation's while no case names the file, in base64.
    func wrapped(by wrapping: KeyEncryptionKey, of id: AttachmentID) throws -> String {
        Data(try wrapping.wrap(self.key, for: Self.context(id))).base64EncodedString()
    }

    init(wrapped text: String, by wrapping: KeyEncryptionKey, of id: AttachmentID) throws {
        guard let bytes = Data(base64Encoded: text) else { throw VaultError("expected a wrapped key but found none") }
        self.init(try wrapping.unwrap(Array(bytes), for: Self.context(id)))
    }

    /// The key sealed under a person's, in base64: erasing the person erases the file.
    func sealed(with keys: PersonKeys, for subject: String, of id: AttachmentID) throws -> String {
        let digits = self.key.withUnsafeBytes { Hex.encode(Array($0)) }
        return try keys.seal(.string(digits), subject: subject, context: Self.context(id)).box
    }

    /// - Throws: ``VaultError`` when the person's key was destroyed, or sealed something else.
    init(sealed text: String, for subject: String, of id: AttachmentID, in vault: Vault) async throws {
        let value = try await vault.open(SealedValue(subject: subject, box: text), context: Self.context(id))
        guard let bytes = value.text.flatMap({ Hex.decode($0) }), bytes.count == 32 else {
            throw VaultError("expected a file's key but found something else")
        }
        self.init(SymmetricKey(data: bytes))
    }

    private static func context(_ id: AttachmentID) -> String { "attachment/\(id)" }
}
