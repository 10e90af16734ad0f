import Crypto

/// What a signed-in browser or a program shows with every request: 256 random bits, of which only a hash is kept.
package struct AccessSecret: Hashable, Sendable {
    private static let tokenPrefix = "redressal_"
    private let bytes: [UInt8]

    /// - Parameter bytes: 32 of them, from the system's random numbers.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// What is kept of it.
    package var hash: [UInt8] { Array(SHA256.hash(data: self.bytes)) }

    /// As a bearer token (RFC 6750), with a prefix by which scanners for leaked secrets know it.
    package var token: String { Self.tokenPrefix + Base64URL.encode(self.bytes) }

    /// As a cookie's value, signed, so that forged ones cost no question to the database.
    package func cookie(_ key: SessionKey) -> String {
        "\(Base64URL.encode(self.bytes)).\(Base64URL.encode(key.sign(self.bytes)))"
    }

    /// Reads a bearer token; nil for anything else.
    package init?(token: some StringProtocol) {
        guard token.hasPrefix(Self.tokenPrefix), let bytes = Base64URL.decode(token.dropFirst(Self.tokenPrefix.count)),
            bytes.count == 32
        else { return nil }
        self.bytes = bytes
    }

    /// Reads a cookie's value; nil for anything else, or one that was signed with another key.
    package init?(cookie: some StringProtocol, _ key: SessionKey) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = Base64URL.decode(parts[0]), bytes.count == 32,
            let mac = Base64URL.decode(parts[1]),
            key.isSignature(mac, of: bytes)
        else { return nil }
        self.bytes = bytes
    }
}
