import Crypto
import Foundation
import Redressal

/// Persons' keys, as ``Vault/prepare(_:)`` gives them, to seal with.
package struct PersonKeys: Sendable {
    private let keys: [String: SymmetricKey]

    package init(_ keys: [String: SymmetricKey] = [:]) { self.keys = keys }

    /// Seals one value under a person's key.
    ///
    /// - Parameters:
    ///   - subject: The person; one of those that the keys were prepared for.
    ///   - context: What it belongs to; opening needs the same, so that a value cannot be moved elsewhere.
    /// - Throws: ``VaultError`` when there is no key for the person.
    package func seal(_ value: FieldValue, subject: String, context: String) throws -> SealedValue {
        guard let key = self.keys[subject] else { throw VaultError("expected a key for the person but there is none") }
        let plain = try CanonicalJSON.encode(value)
        let context = Array("\(subject)\u{1F}\(context)".utf8)
        let box = try AES.GCM.seal(plain, using: key, authenticating: context)
        guard let bytes = box.combined else { throw VaultError("expected a 12-byte nonce but found another") }
        let mac = HMAC<SHA256>.authenticationCode(for: context + [0] + plain, using: key)
        return SealedValue(
            subject: subject, box: bytes.base64EncodedString(), mac: Hex.encode(Array(mac).prefix(16)))
    }
}
