import Redressal
import RedressalRuntime

extension Installation {
    /// Erases what ordinary offices wrote down about cases that went on in a lane; of all processes one does.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func handOverEraser() async throws -> HandOverEraser {
        let definitions = self.definitions
        return HandOverEraser(
            store: HandOverStore(pool: self.pool), views: self.views, vault: try await self.vault(),
            catalog: { definitions.catalog() }, logger: self.logger,
            join: self.membership(group: "redressal-hand-overs", partitions: 1))
    }
}
