import Crypto
import Foundation
import Redressal

/// Persons' keys, as ``Vault/prepare(_:)`` gives them, to seal and open with.
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

    /// Opens a sealed value.
    ///
    /// - Parameter context: What it was sealed with, unless it says itself that it came from elsewhere.
    /// - Throws: ``VaultError`` when there is no key for the person, or the value was sealed for something else.
    package func open(_ sealed: SealedValue, context: String) throws -> FieldValue {
        guard let key = self.keys[sealed.subject] else {
            throw VaultError("expected a key for the person but there is none")
        }
        // Several texts stand for the same bytes when the last character has bits to spare; only the one written counts.
        guard let data = Data(base64Encoded: sealed.box), data.base64EncodedString() == sealed.box,
            let box = try? AES.GCM.SealedBox(combined: data),
            let plain = try? AES.GCM.open(
                box, using: key, authenticating: Array("\(sealed.subject)\u{1F}\(sealed.origin ?? context)".utf8))
        else { throw VaultError("expected a value sealed for this field but it was sealed for another") }
        return try CanonicalJSON.decode(FieldValue.self, from: Array(plain))
    }
}
