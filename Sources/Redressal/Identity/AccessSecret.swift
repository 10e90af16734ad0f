import Crypto
import Foundation

/// What a signed-in browser or a program shows with every request: 256 random bits, of which only a hash is kept.
package struct AccessSecret: Hashable, Sendable {
    private static let tokenPrefix = "redressal_"
    private let bytes: [UInt8]

    /// - Parameter bytes: 32 of them, from the system's random numbers.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// What is kept of it.
    package var hash: [UInt8] { Array(SHA256.hash(data: self.bytes)) }

    /// As a bearer token (RFC 6750), with a prefix by which scanners for leaked secrets know it.
    package var token: String { Self.tokenPrefix + Self.encode(self.bytes) }

    /// As a cookie's value, signed, so that forged ones cost no question to the database.
    package func cookie(_ key: SessionKey) -> String {
        "\(Self.encode(self.bytes)).\(Self.encode(key.sign(self.bytes)))"
    }

    /// Reads a bearer token; nil for anything else.
    package init?(token: some StringProtocol) {
        guard token.hasPrefix(Self.tokenPrefix), let bytes = Self.decode(token.dropFirst(Self.tokenPrefix.count)),
            bytes.count == 32
        else { return nil }
        self.bytes = bytes
    }

    /// Reads a cookie's value; nil for anything else, or one that was signed with another key.
    package init?(cookie: some StringProtocol, _ key: SessionKey) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = Self.decode(parts[0]), bytes.count == 32, let mac = Self.decode(parts[1]),
            key.isSignature(mac, of: bytes)
        else { return nil }
        self.bytes = bytes
    }

    /// base64url without padding (RFC 4648 §5).
    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count == 43 else { return nil }
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/") + "="
        // Another text that stands for the same bytes does not count.
        guard let data = Data(base64Encoded: standard), Self.encode(Array(data)) == text else { return nil }
        return Array(data)
    }
}
