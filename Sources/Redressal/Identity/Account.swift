/// An account as administrators see it.
package struct Account: Hashable, Sendable, Encodable {
    package let name: String
    package let kind: Identity.Kind
    package let hasPassword: Bool
    /// Whether one-time codes are asked for.
    package let hasCode: Bool
    /// Whether they have to be set up before anything else.
    package let wantsCode: Bool
    package let closed: Instant?
    /// How many sessions and tokens hold.
    package let accesses: Int

    package init(
        name: String, kind: Identity.Kind, hasPassword: Bool = false, hasCode: Bool = false, wantsCode: Bool = false,
        closed: Instant? = nil, accesses: Int = 0
    ) {
        self.name = name
        self.kind = kind
        self.hasPassword = hasPassword
        self.hasCode = hasCode
        self.wantsCode = wantsCode
        self.closed = closed
        self.accesses = accesses
    }

    private enum CodingKeys: String, CodingKey {
        case name, kind, closed, accesses
        case hasPassword = "has_password"
        case hasCode = "has_code"
        case wantsCode = "wants_code"
    }
}
