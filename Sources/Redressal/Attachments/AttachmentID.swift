import Crypto

/// The name of a kept file: the SHA-256 of the bytes that are kept, in hexadecimal (content-addressed).
///
/// What is kept is sealed under a key of its own, so the name tells nothing of the file's content (ADR 0018 D2).
package struct AttachmentID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// - Returns: nil for anything but 64 lower-case hexadecimal digits.
    package init?(_ text: String) {
        guard text.utf8.count == 64, Hex.decode(text) != nil else { return nil }
        self.text = text
    }

    /// The name of bytes.
    package init(of bytes: [UInt8]) { self.text = Hex.encode(Array(SHA256.hash(data: bytes))) }

    package var description: String { self.text }

    package static func < (left: AttachmentID, right: AttachmentID) -> Bool { left.text < right.text }
}
