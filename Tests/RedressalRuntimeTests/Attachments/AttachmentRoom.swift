import Foundation
import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// Attachments in a database of their own, with a clock that moves when told.
struct AttachmentRoom {
    static let start = Instant(seconds: 1_775_795_400)

    let attachments: SealedAttachments
    let store: MemoryAttachments
    let vault: Vault
    let clock: ManualClock
    let pool: PostgresPool

    static func with(limit: Int = 3, _ body: (AttachmentRoom) async throws -> Void) async throws {
        try await TemporaryDatabase.with { database in
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            let pool = PostgresPool(database.configuration, size: 4, logger: .tests)
            let vault = Vault(pool: pool, wrapping: try KeyEncryptionKey(file: file))
            let (store, clock) = (MemoryAttachments(), ManualClock(Self.start))
            let attachments = SealedAttachments(
                pool: pool, vault: vault, store: store, clock: clock, limit: limit, logger: .tests)
            try await body(
                AttachmentRoom(attachments: attachments, store: store, vault: vault, clock: clock, pool: pool))
            await pool.close()
            try FileManager.default.removeItem(at: file)
        }
    }

    /// Takes a text in.
    func take(_ text: String, from account: String? = "mother") async throws -> AttachmentID {
        try await self.attachments.take(try CleanAttachment(of: Array(text.utf8)), from: account).id
    }

    func claim(
        _ ids: AttachmentID..., for id: String, subject: String = "person-1", by account: String = "mother"
    ) async throws {
        _ = try await self.attachments.claim(Set(ids), for: CaseID(id), subject: subject, by: account)
    }

    func open(_ id: AttachmentID, of case: String) async throws -> String? {
        try await self.attachments.open(id, of: CaseID(`case`)).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
