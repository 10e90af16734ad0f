import Foundation
import Redressal
import RedressalRuntime

/// Publishes what the home folder holds.
enum Publishing {
    /// - Returns: What was new.
    /// - Throws: ``CommandFailure`` with every finding when a file has an error.
    static func publish(_ installation: Installation, by user: String) async throws -> [PublishedDefinition] {
        let folder = DefinitionFolder(home: installation.home.path)
        let set = try folder.definitions(published: installation.clock.now(), by: user)
        let errors = set.findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw CommandFailure(.refused, errors.map(\.description).joined(separator: "\n"))
        }
        return try await installation.definitions.publish(set.definitions)
    }
}
