import Foundation
import Redressal
import RedressalRuntime

/// A folder of definitions, or one file of such a folder.
struct DefinitionPath {
    private let url: URL

    init(_ path: String) { self.url = URL(fileURLWithPath: path).standardizedFileURL }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: self.url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The folder that the definitions of a file belong to: the one with `calendars/` beside the workflows.
    private var root: URL {
        let folder = self.url.deletingLastPathComponent()
        return ["calendars", "programmes"].contains(folder.lastPathComponent)
            ? folder.deletingLastPathComponent() : folder
    }

    /// Everything found wrong, in the file alone when the path is a file.
    func findings() throws -> [Finding] {
        guard FileManager.default.fileExists(atPath: self.url.path) else {
            throw CommandFailure(
                .refused, "expected a folder or a file but there is no '\(self.url.lastPathComponent)'")
        }
        let now = Instant(Date())
        if self.isFolder {
            return try DefinitionFolder(path: self.url.path).definitions(published: now, by: "check").findings
        }
        let file = try self.relative()
        return try DefinitionFolder(path: self.root.path).definitions(published: now, by: "check").findings
            .filter { $0.file == file }
    }

    /// The one workflow that the file holds.
    ///
    /// - Throws: ``CommandFailure`` with the findings when it has errors.
    func workflow() throws -> (WorkflowDefinition, DefinitionCatalog) {
        let file = try self.relative()
        let set = try DefinitionFolder(path: self.root.path).definitions(published: Instant(Date()), by: "check")
        let errors = set.findings.filter { $0.file == file && $0.severity == .error }
        guard errors.isEmpty else { throw CommandFailure(.refused, errors.map(\.description).joined(separator: "\n")) }
        guard let published = set.definitions.first(where: { $0.kind == .workflow && $0.file == file }),
            let workflow = set.register.catalog.workflow(named: published.name, version: published.version)
        else { throw CommandFailure(.refused, "expected a workflow in '\(file)' but found none") }
        return (workflow, set.register.catalog)
    }

    private func relative() throws -> String {
        let root = self.root.path
        guard FileManager.default.fileExists(atPath: self.url.path) else {
            throw CommandFailure(.refused, "expected a file but there is no '\(self.url.lastPathComponent)'")
        }
        return String(self.url.path.dropFirst(root.count + 1))
    }
}
