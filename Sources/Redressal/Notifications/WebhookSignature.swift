import Crypto
import Foundation

/// Signs and checks webhooks as the Standard Webhooks specification 1.0 has it, with a symmetric key (`v1`).
///
/// What is signed is `id.timestamp.body` by HMAC-SHA-256 (RFC 2104).
package struct WebhookSignature: Sendable {
    package static let idHeader = "webhook-id"
    package static let timestampHeader = "webhook-timestamp"
    package static let signatureHeader = "webhook-signature"
    /// How far the sender's clock may be off, in seconds: what is older may be somebody else's copy.
    package static let tolerance: Int64 = 300

    private let key: SymmetricKey

    package init(_ key: SymmetricKey) { self.key = key }

    /// Reads a key as the other side is given it; nil for anything else.
    package init?(secret: String) {
        guard secret.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(secret.dropFirst(6))), !bytes.isEmpty
        else { return nil }
        self.init(SymmetricKey(data: bytes))
    }

    /// The key as the other side is given it: `whsec_` and base64.
    package var secret: String { "whsec_" + self.key.withUnsafeBytes { Data($0) }.base64EncodedString() }

    /// The value of the signature's header.
    ///
    /// - Parameter seconds: Since 1970-01-01T00:00:00Z, as in the timestamp's header.
    package func sign(_ body: [UInt8], id: String, at seconds: Int64) -> String {
        "v1,"
            + Data(HMAC<SHA256>.authenticationCode(for: self.signed(body, id, seconds), using: self.key))
            .base64EncodedString()
    }

    /// Whether a body was signed with this key, not long ago.
    ///
    /// - Parameters:
    ///   - timestamp: The header: whole seconds since 1970-01-01T00:00:00Z.
    ///   - signatures: The header: one or more, separated by blanks; one that fits is enough, so that keys can change.
    package func verifies(
        _ body: [UInt8], id: String, timestamp: String, signatures: String, at now: Instant
    ) -> Bool {
        guard let seconds = Int64(timestamp), abs(now.milliseconds / 1000 - seconds) <= Self.tolerance else {
            return false
        }
        let signed = self.signed(body, id, seconds)
        return signatures.split(separator: " ").contains { part in
            guard part.hasPrefix("v1,"), let code = Data(base64Encoded: String(part.dropFirst(3))) else { return false }
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: self.key)
        }
    }

    private func signed(_ body: [UInt8], _ id: String, _ seconds: Int64) -> [UInt8] {
        Array("\(id).\(seconds).".utf8) + body
    }
}
