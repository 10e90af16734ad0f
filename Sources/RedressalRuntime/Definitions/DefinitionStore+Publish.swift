import Redressal

extension DefinitionStore {
    /// Appends definitions to the log; those whose text is there already are passed over.
    ///
    /// - Parameter definitions: Calendars before the programmes that name them, as ``DefinitionSet`` gives them.
    /// - Returns: Those that were new.
    /// - Throws: ``DefinitionsRefused`` when one of them is wrong, and then none is published; ``LogError``.
    package func publish(_ definitions: [PublishedDefinition]) async throws -> [PublishedDefinition] {
        try await self.refresh()
        let new = definitions.filter { !self.register.holds($0) }
        guard !new.isEmpty else { return [] }
        var trial = self.register
        let findings = new.flatMap { trial.add($0) }
        guard !findings.hasErrors else { throw DefinitionsRefused(findings) }
        _ = try await self.log.append(try new.map(Self.record))
        try await self.refresh()
        // Somebody else may have published another text under the same version just before.
        let lost = new.filter { !self.register.holds($0) }
        guard lost.isEmpty else { throw DefinitionsRefused(lost.map { self.takenFinding(for: $0) }) }
        return new
    }

    private static func record(of definition: PublishedDefinition) throws -> NewRecord {
        NewRecord(
            topic: .definitions, partition: self.partition, key: "\(definition.kind.rawValue)/\(definition.name)",
            headers: [RecordHeader("content-type", "application/json")], value: try CanonicalJSON.encode(definition))
    }

    private func takenFinding(for definition: PublishedDefinition) -> Finding {
        Finding(
            file: definition.file, line: 1, column: 1, rule: "version-taken",
            message: "expected to be the first to publish \(definition.key) but another text came before")
    }
}
