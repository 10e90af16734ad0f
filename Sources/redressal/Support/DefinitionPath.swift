import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// A folder of definitions, or one file of such a folder.
struct DefinitionPath {
    /// As it was typed.
    private let path: String
    private let url: URL

    init(_ path: String) {
        self.path = path
        self.url = URL(fileURLWithPath: path).standardizedFileURL
    }

    /// The file at a path or, where there is none, of the workflow so named in the home folder.
    ///
    /// - Throws: ``CommandFailure`` when there is neither.
    static func named(_ pathOrName: String) throws -> DefinitionPath {
        if FileManager.default.fileExists(atPath: pathOrName) { return DefinitionPath(pathOrName) }
        guard !pathOrName.contains("/"), !pathOrName.contains("."),
            let home = try? CommonOptions.parse([]).homeFolder()
        else { throw CommandFailure(.refused, "expected a file but there is no '\(pathOrName)'") }
        let folder = home.appendingPathComponent("workflows")
        let set = DefinitionSet(
            try DefinitionFolder(path: folder.path).readable().files, published: Instant(Date()), by: "check")
        let workflows = set.definitions.filter { $0.kind == .workflow }
        if let found = workflows.last(where: { $0.name == pathOrName }) {
            return DefinitionPath(folder.appendingPathComponent(found.file).path)
        }
        for ending in ["yaml", "yml"] {
            let file = folder.appendingPathComponent("\(pathOrName).\(ending)").path
            if FileManager.default.fileExists(atPath: file) { return DefinitionPath(file) }
        }
        let names = Set(workflows.map(\.name)).sorted().joined(separator: ", ")
        throw CommandFailure(
            .refused, "expected a workflow's file or name (\(names)) but there is no '\(pathOrName)'")
    }

    /// Everything found wrong, in the file alone when the path is a file; says on standard error what was passed over.
    func findings() throws -> [Finding] {
        guard FileManager.default.fileExists(atPath: self.url.path) else {
            throw CommandFailure(
                .refused, "expected a folder or a file but there is no '\(self.path)'")
        }
        if self.isFolder { return try DefinitionFolder(path: self.url.path).findings(at: Instant(Date())) }
        return try self.file().findings
    }

    /// The one workflow that the file holds, and what it may refer to.
    ///
    /// - Throws: ``CommandFailure`` with the findings when it has errors.
    func workflow() throws -> (WorkflowDefinition, DefinitionCatalog) {
        guard FileManager.default.fileExists(atPath: self.url.path), !self.isFolder else {
            throw CommandFailure(
                .refused,
                "expected a file but \(self.isFolder ? "found the folder" : "there is no") '\(self.path)'"
            )
        }
        let file = try self.file()
        let errors = file.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CommandFailure(.refused, errors.map(\.description).joined(separator: "\n")) }
        guard let workflow = file.workflow else {
            throw CommandFailure(.refused, "expected a workflow in '\(file.path)' but found none")
        }
        return (workflow, file.catalog)
    }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: self.url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Reads the file in the folder that it belongs to: the one with `calendars/` beside the workflows.
    private func file() throws -> DefinitionFolderFile {
        let folder = self.url.deletingLastPathComponent()
        let name = self.url.lastPathComponent
        let isBelow = DefinitionFolder.parts.contains(folder.lastPathComponent)
        let file = try DefinitionFolderFile(
            isBelow ? "\(folder.lastPathComponent)/\(name)" : name,
            in: DefinitionFolder(path: (isBelow ? folder.deletingLastPathComponent() : folder).path),
            at: Instant(Date()))
        for warning in file.warnings { Terminal.error("redressal: warning: \(warning)") }
        return file
    }
}
