import Crypto

/// The key that an installation's cookies are signed with; all its gateways have the same.
package struct SessionKey: Sendable {
    private let key: SymmetricKey

    package init(_ key: SymmetricKey) { self.key = key }

    func sign(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: self.key)) }

    /// Whether it is the bytes' signature; takes the same time for any other.
    func isSignature(_ mac: [UInt8], of bytes: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: bytes, using: self.key)
    }
}
