import Redressal

extension DefinitionStore: OrganisationBook {
    package func programmes() async throws -> [PublishedDefinition] {
        try await self.refresh()
        return self.register.programmeTexts
    }

    package func publish(_ next: PublishedDefinition) async throws -> Bool {
        do {
            _ = try await self.publish([next])
            return true
        } catch let refused as DefinitionsRefused where refused.isTaken {
            return false
        }
    }
}

extension DefinitionsRefused {
    /// Whether somebody else was the first to publish under the same version.
    fileprivate var isTaken: Bool { self.findings.contains { $0.rule == "version-taken" } }
}
