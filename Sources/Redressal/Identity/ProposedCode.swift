/// A secret for somebody's authenticator app, which counts for nothing until a code of it was shown.
package struct ProposedCode: Hashable, Sendable {
    private let secret: [UInt8]
    /// The secret, sealed for this account: what comes back with the first code.
    package let sealed: String

    /// - Parameter secret: 20 random bytes (RFC 4226 §4).
    package init(secret: [UInt8], sealed: String) {
        self.secret = secret
        self.sealed = sealed
    }

    /// The secret to be typed: base32 in groups of four.
    package var groups: String {
        let text = Base32.encode(self.secret)
        return stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }

    /// The address that authenticator apps read.
    package func address(of account: String) -> String { OneTimeCode.address(of: account, self.secret) }
}
