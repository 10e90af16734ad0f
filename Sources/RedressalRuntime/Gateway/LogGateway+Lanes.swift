import Redressal

extension LogGateway {
    /// Drafts with what they take across the border of a lane.
    ///
    /// - Throws: ``GatewayError`` `.unavailable` when nobody can say what that is, `.busy` when the read models are far behind.
    func carrying(
        _ drafts: [CommandDraft], _ catalog: DefinitionCatalog
    ) async throws(GatewayError) -> [CommandDraft] {
        guard let carrier else { return drafts }
        do {
            var carried: [CommandDraft] = []
            for draft in drafts {
                let mayCross = catalog.mayCross(draft.command.request)
                // What was said a moment ago goes along too.
                if mayCross { try await self.awaitFolding(of: [draft.command.case]) }
                carried.append(mayCross ? try await carrier.carry(draft, catalog) : draft)
            }
            return carried
        } catch let error as GatewayError {
            throw error
        } catch {
            throw GatewayError(.unavailable, "expected to read what goes along with a case but it cannot be: \(error)")
        }
    }
}
