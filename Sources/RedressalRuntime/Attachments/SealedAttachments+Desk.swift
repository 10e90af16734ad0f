import Postgres
import Redressal

extension SealedAttachments: AttachmentDesk {
    package func take(_ file: CleanAttachment, from account: String?) async throws -> Attachment {
        let seal = AttachmentSeal()
        let box = try seal.seal(file.bytes)
        let attachment = Attachment(
            id: AttachmentID(of: box), type: file.type, bytes: file.bytes.count, uploaded: self.clock.now())
        let key = try seal.wrapped(by: self.vault.wrapping, of: attachment.id)
        // Known before it is kept: what breaks off here is found and deleted later, and no file is there that nobody knows.
        return try await self.ask {
            try await self.pool.execute(
                """
                INSERT INTO attachment.item (id, media_type, bytes, uploaded_by, uploaded_at, sealed_key)
                VALUES (\(attachment.id.text), \(attachment.type.rawValue), \(attachment.bytes), \(account),
                        \(attachment.uploaded.timestamp), \(key))
                ON CONFLICT (id) DO NOTHING
                """)
            _ = try await self.store.put(box)
            return attachment
        }
    }

    package func attachments(of id: CaseID) async throws -> [Attachment] {
        try await self.ask {
            try await self.pool.query(
                """
                SELECT id, media_type, bytes, uploaded_at FROM attachment.item WHERE case_id = \(id.text)
                ORDER BY uploaded_at, id
                """
            ).map { try Attachment($0) }
        }
    }

    package func open(_ id: AttachmentID, of case: CaseID) async throws -> (attachment: Attachment, bytes: [UInt8])? {
        try await self.ask {
            let found = try await self.pool.query(
                """
                SELECT i.id, i.media_type, i.bytes, i.uploaded_at, i.subject, i.sealed_key,
                       k.destroyed_at IS NOT NULL AS is_erased
                FROM attachment.item i LEFT JOIN vault.subject_key k USING (subject)
                WHERE i.id = \(id.text) AND i.case_id = \(`case`.text)
                """)
            guard let row = found.first else { return nil }
            // Asked of the table, for another process may have destroyed the key while this one remembers it.
            guard try !row["is_erased", as: Bool.self] else { throw AttachmentErased() }
            let seal = try await AttachmentSeal(
                sealed: row["sealed_key"], for: row["subject"], of: id, in: self.vault)
            guard let box = try await self.store.get(id) else { return nil }
            return (try Attachment(row), try seal.open(box))
        }
    }
}

extension Attachment {
    fileprivate init(_ row: PostgresRow) throws {
        guard let id = AttachmentID(try row["id"]), let type = MediaType(rawValue: try row["media_type"]) else {
            throw VaultError("expected an attachment's name and one of the types taken but found others")
        }
        self.init(
            id: id, type: type, bytes: try row["bytes"],
            uploaded: Instant(try row["uploaded_at", as: PostgresTimestamp.self]))
    }
}
