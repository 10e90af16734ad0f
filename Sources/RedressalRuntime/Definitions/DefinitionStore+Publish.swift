import Redressal

extension DefinitionStore {
    /// Writes down what is about to be published, and that it was.
    package typealias Noting = @Sendable ([PublishedDefinition], PublicationOrdered.Step) async throws -> Void

    /// Appends definitions to the log; those whose text is there already are passed over.
    ///
    /// - Parameters:
    ///   - definitions: Calendars before the programmes that name them, as ``DefinitionSet`` gives them.
    ///   - noting: Told of those that are new before they are published; when it throws, none is. Told again afterwards.
    /// - Returns: Those that were new.
    /// - Throws: ``DefinitionsRefused`` when one of them is wrong, and then none is published; ``LogError``; what `noting` throws.
    package func publish(
        _ definitions: [PublishedDefinition], noting: Noting = { _, _ in }
    ) async throws -> [PublishedDefinition] {
        try await self.refresh()
        let new = definitions.filter { !self.register.holds($0) }
        guard !new.isEmpty else { return [] }
        var trial = self.register
        let findings = new.flatMap { trial.add($0) }
        guard !findings.hasErrors else { throw DefinitionsRefused(findings) }
        try await noting(new, .asked)
        _ = try await self.log.append(try new.map(Self.record))
        try await self.refresh()
        // Somebody else may have published another text under the same version just before.
        let lost = new.filter { !self.register.holds($0) }
        guard lost.isEmpty else { throw DefinitionsRefused(lost.map { self.takenFinding(for: $0) }) }
        try await noting(new, .done)
        return new
    }

    /// Publishes a calendar with one more day off, unless that day is in it already.
    ///
    /// - Parameters:
    ///   - user: Under whose name.
    ///   - now: When.
    ///   - noting: As in ``publish(_:noting:)``.
    /// - Throws: ``DefinitionsRefused`` for a calendar that nobody published, or that somebody else published a version of just
    ///   before; ``LogError``; what `noting` throws.
    package func announce(
        _ announced: AnnouncedHoliday, by user: String, at now: Instant, noting: Noting = { _, _ in }
    ) async throws {
        try await self.refresh()
        let register = self.register
        if register.catalog.calendar(announced.calendar)?.holidays.contains(announced.holiday) == true { return }
        guard let next = register.calendarText(announced.calendar)?.adding(announced, at: now, by: user) else {
            throw DefinitionsRefused([
                Finding(
                    file: "calendars/\(announced.calendar).yaml", line: 1, column: 1, rule: "calendar",
                    message: "expected a published calendar that a day can be added to but found none")
            ])
        }
        _ = try await self.publish([next], noting: noting)
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
