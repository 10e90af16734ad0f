import Logging
import Postgres
import Redressal

/// Deletes the files that no action named within a day.
package struct AttachmentPruner: Sendable {
    /// How long a file waits for an action that names it, in seconds.
    package static let patience: Int64 = 24 * 3600
    /// How many are deleted in a go.
    private static let batch = 500

    private let attachments: SealedAttachments
    private let logger: Logger

    package init(_ attachments: SealedAttachments, logger: Logger) {
        self.attachments = attachments
        self.logger = logger
    }

    /// Runs until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                let deleted = try await self.prune()
                self.logger.debug("unused attachments deleted", metadata: ["count": "\(deleted)"])
            } catch {
                self.logger.warning("unused attachments were not deleted", metadata: ["reason": "\(error)"])
            }
            // Ends at once when the task is cancelled.
            try? await Task.sleep(for: .seconds(3600))
        }
    }

    /// Deletes what is unused now.
    ///
    /// - Returns: How many files.
    package func prune() async throws -> Int {
        var deleted = 0
        while true {
            let doomed = try await self.doom()
            for id in doomed {
                // The row goes last: what breaks off before is done again.
                try await self.attachments.store.remove(id)
                try await self.attachments.pool.execute(
                    "DELETE FROM attachment.item WHERE id = \(id.text) AND doomed_at IS NOT NULL")
            }
            deleted += doomed.count
            guard doomed.count == Self.batch else { return deleted }
        }
    }

    /// Marks unused files, which no action can name from then on.
    private func doom() async throws -> [AttachmentID] {
        let now = self.attachments.clock.now()
        let texts = try await self.attachments.pool.query(
            """
            UPDATE attachment.item SET doomed_at = coalesce(doomed_at, \(now.timestamp))
            WHERE id IN (
                SELECT id FROM attachment.item
                WHERE case_id IS NULL AND uploaded_at < \(now.advanced(bySeconds: -Self.patience).timestamp)
                ORDER BY uploaded_at LIMIT \(Self.batch) FOR UPDATE SKIP LOCKED)
              AND case_id IS NULL
            RETURNING id
            """
        ).values(as: String.self)
        return texts.compactMap { AttachmentID($0) }
    }
}
