import Foundation
import Redressal

/// The folder of definitions that an operator keeps: `workflows/` in the program's home.
///
/// Definitions are `*.yaml` and `*.yml` in the folder itself and in its `calendars/`, `programmes/`,
/// `texts/` and `notifications/`; nothing else in it is read.
package struct DefinitionFolder: Sendable {
    /// The folders in the folder that hold definitions too.
    package static let parts = ["calendars", "programmes", "texts", "notifications"]
    private static let endings = [".yaml", ".yml"]

    /// The folder itself.
    package let path: String

    package init(path: String) { self.path = path }

    /// The folder in a home such as `REDRESSAL_HOME`.
    package init(home: String) { self.init(path: URL(filePath: home).appending(path: "workflows").path) }

    /// Reads every definition of the folder.
    ///
    /// - Returns: Files in the order of their paths.
    /// - Throws: ``DefinitionFolderError`` when there is no folder, it has no definitions, or one cannot be read.
    package func files() throws(DefinitionFolderError) -> [DefinitionFile] {
        let paths = try self.paths()
        guard !paths.isEmpty else { throw .empty(self.path) }
        var files: [DefinitionFile] = []
        for path in paths { files.append(DefinitionFile(path: path, text: try self.text(of: path))) }
        return files
    }

    /// Reads the folder's files and checks them together.
    ///
    /// - Parameters:
    ///   - published: The instant that the definitions are to carry.
    ///   - user: Who publishes them.
    package func definitions(published: Instant, by user: String) throws(DefinitionFolderError) -> DefinitionSet {
        DefinitionSet(try self.files(), published: published, by: user)
    }

    /// Where the definitions lie in the folder, in order.
    func paths() throws(DefinitionFolderError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder) else {
            throw .missing(self.path)
        }
        guard isFolder.boolValue else { throw .notAFolder(self.path) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: self.path) else {
            throw .unreadable(self.path)
        }
        var paths = names
        for part in Self.parts where names.contains(part) {
            let below = try? FileManager.default.contentsOfDirectory(atPath: self.url(of: part).path)
            paths += (below ?? []).map { "\(part)/\($0)" }
        }
        return paths.filter { self.isDefinition($0) }.sorted()
    }

    /// Reads one file.
    func text(of path: String) throws(DefinitionFolderError) -> String {
        let bytes = try self.bytes(of: path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(self.url(of: path).path) }
        return text
    }

    func bytes(of path: String) throws(DefinitionFolderError) -> Data {
        let file = self.url(of: path)
        guard let bytes = try? Data(contentsOf: file) else { throw .unreadable(file.path) }
        return bytes
    }

    private func url(of path: String) -> URL { URL(filePath: self.path).appending(path: path) }

    private func isDefinition(_ path: String) -> Bool {
        guard Self.endings.contains(where: { path.hasSuffix($0) }),
            path.split(separator: "/").last?.hasPrefix(".") == false
        else { return false }
        var isFolder: ObjCBool = false
        // A link that leads nowhere is a definition that cannot be read.
        return !FileManager.default.fileExists(atPath: self.url(of: path).path, isDirectory: &isFolder)
            || !isFolder.boolValue
    }
}
