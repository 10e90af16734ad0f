import Crypto

/// The key that the PINs on receipts come from; all gateways of an installation have the same.
///
/// A PIN is derived and not kept: a form that is sent twice gets the same receipt, and whoever reads the database learns none.
package struct ReceiptKey: Sendable {
    /// Six digits: ``Lockout`` leaves 35,000 tries a year for a million of them.
    package static let length = 6

    private let key: SymmetricKey

    package init(_ key: SymmetricKey) { self.key = key }

    /// The PIN of a case, as digits.
    package func pin(of id: CaseID) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("receipt\u{1F}\(id)".utf8), using: self.key)
        let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: Self.length - digits.count) + digits
    }

    /// Whether somebody typed the PIN of a case, with or without blanks; takes as long for any wrong one.
    package func isPIN(_ typed: String, of id: CaseID) -> Bool {
        let digits = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        let pin = Array(self.pin(of: id).utf8)
        guard digits.count == pin.count else { return false }
        return zip(digits, pin).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
