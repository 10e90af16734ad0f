import Crypto

/// Builds identifiers from what they stand for, so that the same source always gets the same identifier.
package enum DerivedID {
    /// A UUID of version 8 (RFC 9562 §5.8) from the SHA-256 of the parts.
    ///
    /// - Parameter parts: The names that identify the thing; joined with a unit separator, which no part may hold.
    /// - Returns: 36 lower-case characters.
    package static func uuid(_ parts: String...) -> String { self.uuid(parts) }

    /// A UUID of version 8 from the SHA-256 of a list of parts.
    package static func uuid(_ parts: [String]) -> String {
        var bytes = Array(SHA256.hash(data: Array(parts.joined(separator: "\u{1F}").utf8)).prefix(16))
        bytes[6] = (bytes[6] & 0x0F) | 0x80
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        let hex = Hex.encode(bytes)
        return [hex.prefix(8), hex.dropFirst(8).prefix(4), hex.dropFirst(12).prefix(4), hex.dropFirst(16).prefix(4)]
            .joined(separator: "-") + "-" + hex.suffix(12)
    }
}
