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
    /// - Parameter isSecure: Whether browsers come by HTTPS.
    /// - Throws: As above.
    func door(isSecure: Bool) async throws -> SignInDoor {
        let identities = try await self.identities()
        return SignInDoor(
            identities, log: self.accessLog, entries: self.accessEntries, key: identities.wrapping.sessionKey,
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
}
