import Foundation
import Redressal
import RedressalRuntime

extension Installation {
    /// Erases what people wrote, when two accounts agree.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func personEraser() async throws -> PersonEraser {
        let definitions = self.definitions
        return PersonEraser(
            store: ErasureStore(pool: self.pool), views: self.views, vault: try await self.vault(), log: self.accessLog,
            catalog: { definitions.catalog() }, clock: self.clock, ids: { UUID().uuidString.lowercased() })
    }
}
