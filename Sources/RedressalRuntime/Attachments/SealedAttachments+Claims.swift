import Postgres
import Redressal

extension SealedAttachments {
    /// Makes files a case's, their keys sealed under its person's key; those that are already stay.
    ///
    /// - Parameters:
    ///   - subject: Whose key seals them from now on.
    ///   - account: Who names them: only who sent a file may.
    /// - Throws: ``MisnamedAttachment``; ``ViewsUnavailable``; ``VaultError`` when the person has been erased.
    package func claim(
        _ ids: Set<AttachmentID>, for case: CaseID, subject: String, by account: String
    ) async throws -> AttachmentClaim {
        try await self.ask {
            let unused = try await self.unused(ids, for: `case`, by: account)
            guard !unused.isEmpty else { return AttachmentClaim(case: `case`, taken: [:]) }
            let keys = try await self.vault.prepare([subject])
            var sealed: [(id: String, key: String)] = []
            for (id, wrapped) in unused {
                let seal = try AttachmentSeal(wrapped: wrapped, by: self.vault.wrapping, of: id)
                sealed.append((id.text, try seal.sealed(with: keys, for: subject, of: id)))
            }
            try await self.take(sealed, for: `case`, subject)
            return AttachmentClaim(case: `case`, taken: unused)
        }
    }

    /// Gives back the files of a case that was not opened, as if it had never named them.
    package func release(_ claim: AttachmentClaim) async throws {
        guard !claim.taken.isEmpty else { return }
        let pairs = claim.taken.map { ($0.key.text, $0.value) }
        try await self.ask {
            _ = try await self.pool.execute(
                """
                UPDATE attachment.item i SET case_id = NULL, subject = NULL, sealed_key = n.key
                FROM unnest(\(PostgresValue.textArray(pairs.map(\.0))), \(PostgresValue.textArray(pairs.map(\.1)))) n (id, key)
                WHERE i.id = n.id AND i.case_id = \(claim.case.text)
                """)
        }
    }

    /// Those that are no case's yet, each with its wrapped key.
    ///
    /// - Throws: ``MisnamedAttachment`` for one that is not there, is another case's, or that somebody else sent.
    private func unused(
        _ ids: Set<AttachmentID>, for case: CaseID, by account: String
    ) async throws -> [AttachmentID: String] {
        let rows = try await self.pool.query(
            """
            SELECT id, case_id, sealed_key FROM attachment.item
            WHERE id = ANY (\(PostgresValue.textArray(ids.map(\.text)))) AND doomed_at IS NULL
              AND (case_id = \(`case`.text) OR case_id IS NULL AND coalesce(uploaded_by, \(account)) = \(account))
            """)
        guard rows.count == ids.count else { throw MisnamedAttachment.unknown }
        var unused: [AttachmentID: String] = [:]
        for row in rows where try row["case_id", as: String?.self] == nil {
            if let id = AttachmentID(try row["id"]) { unused[id] = try row["sealed_key"] }
        }
        return unused
    }

    private func take(_ sealed: [(id: String, key: String)], for case: CaseID, _ subject: String) async throws {
        let limit = self.limit
        try await self.pool.transaction { transaction in
            // Two commands for one case at a time must not both find room for the last file.
            _ = try transaction.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(\("attachment/\(`case`)"), 0)) AS locked")
            let changed = try transaction.execute(
                """
                UPDATE attachment.item i SET case_id = \(`case`.text), subject = \(subject), sealed_key = n.key
                FROM unnest(\(PostgresValue.textArray(sealed.map(\.id))), \(PostgresValue.textArray(sealed.map(\.key)))) n (id, key)
                WHERE i.id = n.id AND i.doomed_at IS NULL AND (i.case_id IS NULL OR i.case_id = \(`case`.text))
                """)
            guard changed == sealed.count else { throw MisnamedAttachment.unknown }
            let count: Int = try transaction.query(
                "SELECT count(*) AS count FROM attachment.item WHERE case_id = \(`case`.text)"
            ).value()
            guard count <= limit else { throw MisnamedAttachment.tooMany(limit) }
        }
    }
}
