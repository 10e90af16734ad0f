/// What a token of an outside issuer says, once its signature holds (JWT, RFC 7519 §4.1).
package struct TokenClaims: Hashable, Sendable {
    package let issuer: String?
    /// Whom it is for.
    package let audiences: [String]
    package let expires: Instant?
    package let notBefore: Instant?
    package let issued: Instant?
    /// The account, from whichever claim the installation takes it.
    package let account: String?

    package init(
        issuer: String?, audiences: [String], expires: Instant?, notBefore: Instant? = nil, issued: Instant? = nil,
        account: String?
    ) {
        self.issuer = issuer
        self.audiences = audiences
        self.expires = expires
        self.notBefore = notBefore
        self.issued = issued
        self.account = account
    }
}

/// Which tokens of an outside issuer are believed (OpenID Connect Core §3.1.3.7).
package struct TokenRule: Hashable, Sendable {
    /// The algorithms that signatures may have: public keys only, so that nobody can sign with what everybody may know.
    package static let algorithms: Set<String> = ["RS256", "ES256", "EdDSA"]
    /// How far the issuer's clock may be off, in seconds.
    package static let skew: Int64 = 60
    /// The longest token that is looked at, in bytes.
    package static let longest = 8192

    package let issuer: String
    package let audience: String

    package init(issuer: String, audience: String) {
        self.issuer = issuer
        self.audience = audience
    }

    /// Until when a token is believed, for whom.
    ///
    /// - Returns: nil for a token that is not: of another issuer or for another audience, over or not yet begun, or without
    ///   an account that programmes can name.
    package func identity(_ claims: TokenClaims, at now: Instant) -> Identity? {
        let skew = Self.skew * 1000
        guard claims.issuer == self.issuer, claims.audiences.contains(self.audience),
            let account = claims.account, Programme.isID(account),
            let expires = claims.expires, now < expires.advanced(byMilliseconds: skew)
        else { return nil }
        for begin in [claims.notBefore, claims.issued].compactMap(\.self)
        where begin > now.advanced(byMilliseconds: skew) { return nil }
        return Identity(account: account, kind: .person, expires: expires)
    }
}
