import CryptoExtras
import Foundation
import Redressal

/// A password as it is kept: scrypt (RFC 7914) over a random salt, written as a PHC string.
package struct PasswordHash: Hashable, Sendable {
    /// How much work a hash is: N = 2^``ln``, r, p.
    package struct Cost: Hashable, Sendable {
        package let ln: Int
        package let r: Int
        package let p: Int

        package init(ln: Int, r: Int = 8, p: Int = 1) {
            self.ln = ln
            self.r = r
            self.p = p
        }

        /// 32 MiB and a few tenths of a second (OWASP Password Storage Cheat Sheet).
        package static let standard = Cost(ln: 15, r: 8, p: 3)

        fileprivate var isReasonable: Bool { 1...20 ~= self.ln && 1...32 ~= self.r && 1...16 ~= self.p }
    }

    private static let length = 32
    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password.
    ///
    /// - Parameter salt: 16 random bytes.
    package init(_ password: String, salt: [UInt8], cost: Cost) throws {
        self.cost = cost
        self.salt = salt
        self.hash = try Self.derive(password, salt, cost)
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Cost(text: parts[2]),
            let salt = Self.decode(parts[3]), let hash = Self.decode(parts[4]), hash.count == Self.length
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// As a PHC string: `$scrypt$ln=15,r=8,p=3$salt$hash`.
    package var text: String {
        "$scrypt$\(self.cost.text)$\(Self.encode(self.salt))$\(Self.encode(self.hash))"
    }

    /// Whether it is this password's; takes the same time for any other.
    package func matches(_ password: String) throws -> Bool {
        let other = try Self.derive(password, self.salt, self.cost)
        return zip(other, self.hash).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(PasswordRule.normalised(password).utf8), salt: salt, outputByteCount: Self.length,
            rounds: 1 << cost.ln, blockSize: cost.r, parallelism: cost.p)
        return key.withUnsafeBytes { Array($0) }
    }

    /// base64 without padding, as PHC strings have it.
    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

extension PasswordHash.Cost {
    fileprivate var text: String { "ln=\(self.ln),r=\(self.r),p=\(self.p)" }

    fileprivate init?(text: Substring) {
        let numbers = text.split(separator: ",").map { Int($0.drop { $0 != "=" }.dropFirst()) }
        guard numbers.count == 3, let ln = numbers[0], let r = numbers[1], let p = numbers[2] else { return nil }
        self.init(ln: ln, r: r, p: p)
        guard self.text == text, self.isReasonable else { return nil }
    }
}
