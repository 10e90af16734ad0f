/// A personal field as the log carries it: encrypted under the key of the person it is about.
///
/// Destroying that key erases the person; the hashes over the sealed form still hold.
package struct SealedValue: Hashable, Sendable, Codable {
    /// Whose key opens it: an opaque reference, never a name or number.
    package let subject: String
    /// AES-256-GCM nonce, ciphertext and tag (NIST SP 800-38D), in that order, as base64.
    package let box: String
    /// HMAC-SHA-256 (RFC 2104) of the value under the same key, cut to 16 bytes, hexadecimal.
    ///
    /// It tells the same command sent again from another one under the same id, which ciphertexts cannot, and means
    /// nothing once the key is destroyed.
    package let mac: String?
    /// What it was sealed for, `case/field`, where that is another case than the one that carries it: a spawned case holds what
    /// the person said in the case that spawned it.
    package let origin: String?

    package init(subject: String, box: String, mac: String? = nil, origin: String? = nil) {
        self.subject = subject
        self.box = box
        self.mac = mac
        self.origin = origin
    }
}
