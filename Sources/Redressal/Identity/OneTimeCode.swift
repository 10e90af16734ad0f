import Crypto

/// The six digits that an authenticator app shows: HOTP (RFC 4226) over half minutes (TOTP, RFC 6238), with SHA-1, which is
/// what the apps in use know.
package enum OneTimeCode {
    /// How long a code is shown, in seconds.
    package static let step: Int64 = 30
    /// How many steps a phone's clock may be off, either way (RFC 6238 §5.2).
    private static let drift: Int64 = 1
    private static let modulus: UInt32 = 1_000_000

    /// The code of a step.
    package static func code(_ secret: [UInt8], step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0xF)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % Self.modulus)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// The step whose code it is; nil for another code, or one that was used already.
    ///
    /// - Parameter used: The last step whose code signed somebody in: each works once (RFC 6238 §5.2).
    package static func step(of code: String, _ secret: [UInt8], at now: Instant, after used: Int64?) -> Int64? {
        let current = now.milliseconds / 1000 / Self.step
        for step in (current - Self.drift)...(current + Self.drift) where used.map({ step > $0 }) ?? true {
            if Self.code(secret, step: step) == code { return step }
        }
        return nil
    }

    /// The address that authenticator apps read from a QR code (Key URI format).
    package static func address(of account: String, _ secret: [UInt8]) -> String {
        "otpauth://totp/Redressal:\(account)?secret=\(Base32.encode(secret))&issuer=Redressal"
    }
}
