import Crypto
import Foundation

/// What checkpoints are checked with: a C2SP `signed-note` verifier key, `<name>+<id>+<key>`.
package struct CheckpointVerifier: Hashable, Sendable, LosslessStringConvertible {
    /// Ed25519, as `signed-note` numbers algorithms.
    private static let algorithm: UInt8 = 1

    /// Whose key it is; the first part of the logs' origins.
    package let name: String
    /// 32 bytes (RFC 8032).
    private let key: [UInt8]

    init(name: String, key: [UInt8]) {
        self.name = name
        self.key = key
    }

    /// Reads a verifier key.
    ///
    /// - Returns: nil for any other text, and for one whose id is not that of its key.
    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace),
            let bytes = Data(base64Encoded: String(parts[2])), bytes.count == 33, bytes.first == Self.algorithm
        else { return nil }
        self.init(name: String(parts[0]), key: Array(bytes.dropFirst()))
        guard self.description == text else { return nil }
    }

    package var description: String {
        "\(self.name)+\(Hex.encode(self.id))+\(Data([Self.algorithm] + self.key).base64EncodedString())"
    }

    /// The first four bytes of SHA-256 over name, line break, algorithm and key.
    private var id: [UInt8] {
        let named = Array(self.name.utf8) + [UInt8(ascii: "\n"), Self.algorithm] + self.key
        return Array(SHA256.hash(data: named).prefix(4))
    }

    /// The line that says that a text was signed.
    func line(with signature: Data) -> String { "— \(self.name) \(Data(self.id + signature).base64EncodedString())\n" }

    /// Whether a line says so, and rightly.
    package func accepts(line: Substring, of text: String) -> Bool {
        let prefix = "— \(self.name) "
        guard line.hasPrefix(prefix), let bytes = Data(base64Encoded: String(line.dropFirst(prefix.count))),
            bytes.count == 68, Array(bytes.prefix(4)) == self.id,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.key)
        else { return false }
        return key.isValidSignature(bytes.dropFirst(4), for: Data(text.utf8))
    }
}
