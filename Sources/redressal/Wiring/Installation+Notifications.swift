import Redressal
import RedressalRuntime
import RedressalWeb

extension Installation {
    /// What is to be told to whom, and what became of it.
    var outbox: Outbox { Outbox(pool: self.pool, clock: self.clock) }

    /// Tells people of what happens to cases.
    ///
    /// - Parameter link: The page that messages name.
    func notifier(_ channel: any MessageChannel, _ vault: Vault, link: String?) -> Notifier {
        let definitions = self.definitions
        return Notifier(
            log: self.log, outbox: self.outbox, channel: channel, vault: vault, catalog: { definitions.catalog() },
            link: link, logger: self.logger, telemetry: self.telemetry,
            join: self.membership(group: "redressal-notifiers"))
    }

    /// How gateways' receipts come in.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func receiptDoor() async throws -> ReceiptDoor {
        ReceiptDoor(self.outbox, signature: try await self.vault().wrapping.receiptSignature)
    }
}
