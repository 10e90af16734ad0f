import Foundation
import Redressal

/// The outside issuer whose tokens are believed.
package struct OIDCSettings: Hashable, Sendable {
    /// Which claim of a token holds the account.
    package enum AccountClaim: String, Hashable, Sendable, CaseIterable {
        case sub
        case preferredUsername = "preferred_username"
    }

    package let issuer: String
    package let audience: String
    package let claim: AccountClaim

    /// - Throws: ``AccountError`` for an issuer that is no address, or whose keys could be changed on the way.
    package init(issuer: String, audience: String, claim: AccountClaim = .sub) throws(AccountError) {
        guard let url = URL(string: issuer), url.isSafe, url.query == nil, url.fragment == nil else {
            throw AccountError(
                "expected an issuer's address by https, or http on this machine, but found \(issuer.quoted)")
        }
        self.issuer = issuer
        self.audience = audience
        self.claim = claim
    }

    /// Where the issuer says where its keys are (OpenID Connect Discovery §4).
    var discovery: URL? {
        var base = self.issuer[...]
        if base.last == "/" { base.removeLast() }
        return URL(string: base + "/.well-known/openid-configuration")
    }
}
