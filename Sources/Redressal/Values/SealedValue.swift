/// A personal field as the log carries it: encrypted under the key of the person it is about.
///
/// Destroying that key erases the person; the hashes over the sealed form still hold.
package struct SealedValue: Hashable, Sendable, Codable {
    /// Whose key opens it: an opaque reference, never a name or number.
    package let subject: String
    /// AES-256-GCM nonce, ciphertext and tag (NIST SP 800-38D), in that order, as base64.
    package let box: String

    package init(subject: String, box: String) {
        self.subject = subject
        self.box = box
    }
}
