import Redressal

/// An account as administrators see it.
package struct Account: Hashable, Sendable, Encodable {
    package let name: String
    package let kind: Identity.Kind
    package let hasPassword: Bool
    /// Whether one-time codes are asked for.
    package let hasCode: Bool
    package let closed: Instant?
    /// How many sessions and tokens hold.
    package let accesses: Int

    private enum CodingKeys: String, CodingKey {
        case name, kind, closed, accesses
        case hasPassword = "has_password"
        case hasCode = "has_code"
    }
}
