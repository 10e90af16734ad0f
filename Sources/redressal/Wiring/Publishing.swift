import Foundation
import Redressal
import RedressalRuntime

/// Publishes what the home folder holds.
enum Publishing {
    /// Publishes under a name, and writes down who did, before it is tried and once it is done.
    ///
    /// - Returns: What was new.
    /// - Throws: ``CommandFailure`` with every finding when a file has an error.
    static func publish(_ installation: Installation, by user: String) async throws -> [PublishedDefinition] {
        let definitions = try self.definitions(installation, by: user)
        return try await installation.definitions.publish(definitions) { new, step in
            let facts = new.map { AccessFact.publicationOrdered(PublicationOrdered(step, $0)) }
            try await installation.record(facts, by: Installation.operator)
        }
    }

    /// What the calendars of the home folder would do that are newer than those in force.
    ///
    /// - Throws: As ``publish(_:by:)``.
    static func preview(_ installation: Installation) async throws -> CalendarPreview {
        var found = DefinitionCatalog()
        for definition in try self.definitions(installation, by: "preview") where definition.kind == .calendar {
            _ = found.add(definition)
        }
        let catalog = installation.definitions.catalog()
        let newer = found.calendars.filter { $0.version > catalog.calendar($0.id)?.version ?? 0 }
        let preview = CalendarPreview(catalog, with: newer, at: installation.clock.now())
        guard !newer.isEmpty else { return preview }
        return try await installation.views.preview(preview, of: nil).0
    }

    private static func definitions(_ installation: Installation, by user: String) throws -> [PublishedDefinition] {
        let folder = DefinitionFolder(home: installation.home.path)
        let set = try folder.definitions(published: installation.clock.now(), by: user)
        let errors = set.findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw CommandFailure(.refused, errors.map(\.description).joined(separator: "\n"))
        }
        return set.definitions
    }
}
