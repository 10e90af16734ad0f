import Logging
import Postgres
import Redressal

/// Attachments sealed in a store, and what is known of them in the database (ADR 0018).
package struct SealedAttachments: Sendable {
    /// How many files a case may have, unless told otherwise.
    package static let usualLimit = 20

    let pool: PostgresPool
    let vault: Vault
    let store: any AttachmentStore
    let clock: any WallClock
    /// How many files a case may have.
    let limit: Int
    private let logger: Logger

    package init(
        pool: PostgresPool, vault: Vault, store: any AttachmentStore, clock: any WallClock,
        limit: Int = Self.usualLimit, logger: Logger
    ) {
        self.pool = pool
        self.vault = vault
        self.store = store
        self.clock = clock
        self.limit = limit
        self.logger = logger
    }

    /// Asks the database and the store; when one of them is away, says so in the words of the port.
    func ask<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the database to answer but it does not: \(error)")
        } catch let error as AttachmentStoreError where error.code == .unavailable {
            // Where the store is, and why it does not answer, is for the operator and not for whoever asks.
            self.logger.warning("attachments cannot be kept or read", metadata: ["reason": "\(error)"])
            throw ViewsUnavailable("expected the store of attachments to answer but it does not")
        }
    }
}
