import HTTPTypes
import Hummingbird
import Redressal

/// How people and programs show who they are.
package struct SignInDoor: Sendable {
    let identities: any Identities
    /// People with a token of an outside issuer; nil for nobody.
    let tokens: (any TokenIdentities)?
    /// Where it is written down who came in, was turned away, or read something.
    let log: any AccessLog
    /// What auditors ask about it.
    let entries: any AccessViews
    private let key: SessionKey
    let isSecure: Bool

    /// - Parameters:
    ///   - tokens: Believes tokens of an outside issuer; nil for none.
    ///   - log: Where it is written down who came in, was turned away, or read something.
    ///   - entries: What auditors ask about that.
    ///   - key: Signs cookies.
    ///   - isSecure: Whether browsers come by HTTPS, through a proxy in front; else cookies would never come back.
    package init(
        _ identities: any Identities, tokens: (any TokenIdentities)? = nil, log: any AccessLog,
        entries: any AccessViews, key: SessionKey, isSecure: Bool
    ) {
        self.identities = identities
        self.tokens = tokens
        self.log = log
        self.entries = entries
        self.key = key
        self.isSecure = isSecure
    }

    /// Browsers take a cookie of this prefix from this very host alone, by HTTPS (RFC 6265bis §4.1.3.2).
    private var cookieName: String { self.isSecure ? "__Host-redressal" : "redressal" }

    /// The secret that a request shows, in `Authorization: Bearer …` or else in the cookie; nil for none that can be one.
    ///
    /// - Throws: ``Problem`` for a request that another site made a browser send with its cookie.
    func secret(of request: Request) throws(Problem) -> AccessSecret? {
        if request.headers[.authorization] != nil { return self.ownToken(of: request) }
        guard let cookie = request.cookies[self.cookieName]?.value else { return nil }
        try CrossOrigin.check(request)
        return AccessSecret(cookie: cookie, self.key)
    }

    /// The token of ours that a program shows in `Authorization: Bearer …`; nil for none that can be one.
    func ownToken(of request: Request) -> AccessSecret? {
        Self.bearer(of: request).flatMap { AccessSecret(token: $0) }
    }

    /// The token of an outside issuer that a request may show: any that is none of ours.
    func token(of request: Request) -> String? {
        guard self.tokens != nil, let bearer = Self.bearer(of: request), AccessSecret(token: bearer) == nil else {
            return nil
        }
        return bearer
    }

    private static func bearer(of request: Request) -> String? {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    /// The header that gives a browser its session, for as long as that lasts.
    func cookie(_ secret: AccessSecret, of identity: Identity, at now: Instant) -> String {
        self.cookie(secret.cookie(self.key), Int(now.milliseconds(to: identity.expires) / 1000))
    }

    /// The header that takes it away.
    var noCookie: String { self.cookie("", 0) }

    private func cookie(_ value: String, _ seconds: Int) -> String {
        let cookie = Cookie(
            name: self.cookieName, value: value, maxAge: seconds, path: "/", secure: self.isSecure, httpOnly: true,
            sameSite: .lax)
        return cookie.description
    }
}
