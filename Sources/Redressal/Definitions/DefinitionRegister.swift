/// The definitions published so far, each name and version under one text for good, and the catalogue they make.
package struct DefinitionRegister: Sendable {
    package private(set) var catalog = DefinitionCatalog()
    private var hashes: [DefinitionKey: String] = [:]
    /// Of each calendar and programme the latest version as it was published, for whoever changes it in a place.
    private var texts: [Name: PublishedDefinition] = [:]

    /// What all versions of a definition are called.
    private struct Name: Hashable {
        let kind: PublishedDefinition.Kind
        let name: String
    }

    package init() {}

    /// Takes a definition in.
    ///
    /// The same text again is harmless; another one under a name and version that has a text is refused.
    /// - Returns: What is wrong with it; with an error among them nothing has changed.
    package mutating func add(_ published: PublishedDefinition) -> [Finding] {
        switch self.hashes[published.key] {
        case published.hash?: return []
        case .some:
            let kind = published.kind.rawValue
            let message =
                "expected a new version of \(kind) '\(published.name)' because version \(published.version) "
                + "is published with another text: raise it to \(self.latest(published) + 1)"
            return [published.finding("version-taken", message)]
        case nil:
            let findings = self.catalog.add(published)
            if !findings.hasErrors { self.keep(published) }
            return findings
        }
    }

    /// Whether exactly this text is published.
    package func holds(_ published: PublishedDefinition) -> Bool { self.hashes[published.key] == published.hash }

    /// What is published, by kind, name and version.
    package var keys: [DefinitionKey] {
        self.hashes.keys.sorted { ($0.kind.rawValue, $0.name, $0.version) < ($1.kind.rawValue, $1.name, $1.version) }
    }

    /// The ids of the calendars.
    package var calendars: Set<String> { Set(self.hashes.keys.filter { $0.kind == .calendar }.map(\.name)) }

    /// The latest version of a calendar, as it was published.
    package func calendarText(_ id: String) -> PublishedDefinition? { self.texts[Name(kind: .calendar, name: id)] }

    /// The latest version of each programme, as it was published, by name.
    package var programmeTexts: [PublishedDefinition] {
        self.texts.values.filter { $0.kind == .programme }.sorted { $0.name < $1.name }
    }

    private mutating func keep(_ published: PublishedDefinition) {
        self.hashes[published.key] = published.hash
        let name = Name(kind: published.kind, name: published.name)
        guard [.calendar, .programme].contains(published.kind), published.version > self.texts[name]?.version ?? 0
        else {
            return
        }
        self.texts[name] = published
    }

    private func latest(_ published: PublishedDefinition) -> Int {
        self.hashes.keys.filter { $0.kind == published.kind && $0.name == published.name }.map(\.version).max() ?? 0
    }
}
