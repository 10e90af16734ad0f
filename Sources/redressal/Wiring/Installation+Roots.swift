import Redressal
import RedressalRuntime

extension Installation {
    /// The roots of the log that were signed here.
    var checkpoints: CheckpointBook { CheckpointBook(pool: self.pool) }

    /// Signs the log's roots; of all processes one does.
    ///
    /// - Parameter folder: Where they are written too; nil for nowhere.
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func checkpointer(_ folder: String?) async throws -> Checkpointer {
        Checkpointer(
            log: self.log, book: self.checkpoints, signer: try await self.vault().wrapping.checkpointSigner(),
            folder: folder.map { RootFolder(path: $0) }, clock: self.clock, logger: self.logger,
            join: self.membership(group: "redressal-roots", partitions: 1))
    }
}
