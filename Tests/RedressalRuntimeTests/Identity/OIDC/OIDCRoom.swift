import Foundation
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// An installation that believes a ``TestIssuer``.
struct OIDCRoom {
    let issuer: TestIssuer
    let identities: OIDCIdentities
    let accounts: AccountsRoom

    static let catalog = {
        var catalog = DefinitionCatalog()
        catalog.add(
            Programme(
                name: "p", version: 1, offices: [], posts: [], holdings: [], absences: [],
                people: [Person(id: "u-1"), Person(id: "u-2")]))
        return catalog
    }()

    static func with(
        claim: OIDCSettings.AccountClaim = .sub, _ body: (OIDCRoom) async throws -> Void
    ) async throws {
        try await AccountsRoom.with { accounts in
            let issuer = TestIssuer()
            let identities = OIDCIdentities(
                try OIDCSettings(issuer: TestIssuer.address, audience: "redressal", claim: claim),
                accounts: accounts.identities, catalog: { Self.catalog }, clock: accounts.clock, fetcher: issuer,
                logger: .tests)
            try await body(OIDCRoom(issuer: issuer, identities: identities, accounts: accounts))
        }
    }

    /// The claims of a good token, an hour long; changes with nil take one out.
    func claims(_ changes: [String: Any?] = [:]) -> [String: Any] {
        let now = self.accounts.clock.now().milliseconds / 1000
        var claims: [String: Any] = [
            "iss": TestIssuer.address, "aud": "redressal", "sub": "u-1", "exp": now + 3600, "iat": now, "jti": "t-1",
        ]
        for (name, value) in changes { claims[name] = value }
        return claims
    }

    /// The account that a token lets in.
    func account(_ token: String) async throws -> String? {
        try await self.identities.identity(bearing: token)?.identity.account
    }
}
