import Redressal
import RedressalRuntime

extension Installation {
    /// A case with its personal fields opened; those of persons who were erased stay sealed.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func revealed(_ state: CaseState) async throws -> CaseState {
        let vault = try await self.vault()
        var revealed = state
        for (name, value) in state.fields {
            guard case .sealed(let sealed) = value else { continue }
            if let open = try? await vault.open(sealed, context: "\(state.id)/\(name)") { revealed.fields[name] = open }
        }
        return revealed
    }
}
