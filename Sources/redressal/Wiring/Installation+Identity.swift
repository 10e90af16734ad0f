import Redressal
import RedressalRuntime
import RedressalWeb

extension Installation {
    /// The accounts of this installation.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func identities() async throws -> LocalIdentities {
        LocalIdentities(pool: self.pool, wrapping: try await self.vault().wrapping, clock: self.clock)
    }

    /// How people and programs show who they are.
    ///
    /// - Parameters:
    ///   - isSecure: Whether browsers come by HTTPS.
    ///   - oidc: The outside issuer whose tokens are believed; nil for none.
    /// - Throws: As above.
    func door(isSecure: Bool, _ oidc: OIDCSettings?) async throws -> SignInDoor {
        let identities = try await self.identities()
        let definitions = self.definitions
        let tokens = oidc.map {
            OIDCIdentities(
                $0, accounts: identities, catalog: { definitions.catalog() }, clock: self.clock, logger: self.logger)
        }
        return SignInDoor(
            identities, tokens: tokens, log: self.accessLog, entries: self.accessEntries,
            key: identities.wrapping.sessionKey,
            isSecure: isSecure)
    }

    /// How people without an account show that a case is theirs.
    ///
    /// - Parameter isSecure: Whether browsers come by HTTPS.
    /// - Throws: As above.
    func visits(isSecure: Bool) async throws -> VisitDoor {
        let identities = try await self.identities()
        return VisitDoor(
            key: identities.wrapping.sessionKey, receipts: identities.wrapping.receiptKey, tries: identities,
            isSecure: isSecure)
    }

    /// Changes accounts for whoever sits at the command line, and writes it down.
    ///
    /// - Throws: As above.
    func accounts() async throws -> AccountKeeper {
        AccountKeeper(try await self.identities()) { try await self.record($0) }
    }

    /// What auditors and administrators are shown.
    ///
    /// - Throws: As above.
    func oversight() async throws -> OversightDesk {
        let (log, outbox) = (self.log, self.outbox)
        return OversightDesk(
            views: self.views, audit: self.views, accounts: try await self.identities(),
            organisation: self.definitions, ends: { try await log.ends(of: .events) },
            notices: { try await outbox.counts() })
    }
}
