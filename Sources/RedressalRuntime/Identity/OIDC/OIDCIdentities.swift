import Crypto
import Foundation
import Logging
import Redressal

/// People who come in with a token of an outside issuer (OpenID Connect), under an account that a programme names.
///
/// What they may do is what the programmes say now, never what the token says (ADR 0012 D1).
package struct OIDCIdentities: TokenIdentities {
    private let settings: OIDCSettings
    private let rule: TokenRule
    private let keys: IssuerKeys
    private let accounts: LocalIdentities
    private let catalog: @Sendable () -> DefinitionCatalog
    private let clock: any WallClock

    /// - Parameter accounts: Says which accounts are closed.
    package init(
        _ settings: OIDCSettings, accounts: LocalIdentities, catalog: @escaping @Sendable () -> DefinitionCatalog,
        clock: any WallClock, fetcher: any PageFetcher = URLPageFetcher(), logger: Logger
    ) {
        self.settings = settings
        self.rule = TokenRule(issuer: settings.issuer, audience: settings.audience)
        self.keys = IssuerKeys(settings, fetcher: fetcher, clock: clock, logger: logger)
        self.accounts = accounts
        self.catalog = catalog
        self.clock = clock
    }

    package func identity(bearing token: String) async throws -> (identity: Identity, id: String)? {
        guard token.utf8.count <= TokenRule.longest, let head = TokenHead(token),
            TokenRule.algorithms.contains(head.alg), head.crit == nil,
            let key = try await self.keys.key(head.kid), key.algorithm == head.alg,
            let issued = await key.verified(token), issued.isReadable,
            let identity = self.rule.identity(issued.claims(account: self.settings.claim), at: self.clock.now()),
            self.catalog().org.isKnown(identity.account),
            try await self.accounts.admits(identity.account)
        else { return nil }
        return (identity, Hex.encode(Array(SHA256.hash(data: Array((issued.jti ?? token).utf8)))))
    }
}

/// What a token says of how it is signed (JWS, RFC 7515 §4.1).
private struct TokenHead: Decodable {
    let alg: String
    let kid: String
    /// What a reader has to understand; we understand nothing of the kind.
    let crit: [String]?

    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        var text = parts[0].replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: String(text)),
            let head = try? JSONDecoder().decode(TokenHead.self, from: data)
        else { return nil }
        self = head
    }
}
