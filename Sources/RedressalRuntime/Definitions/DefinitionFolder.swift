import Foundation
import Redressal

/// The folder of definitions that an operator keeps: `workflows/` in the program's home.
package struct DefinitionFolder: Sendable {
    /// The folder itself.
    package let path: String

    package init(path: String) { self.path = path }

    /// The folder in a home such as `REDRESSAL_HOME`.
    package init(home: String) { self.init(path: URL(filePath: home).appending(path: "workflows").path) }

    /// Reads every YAML file in the folder and in the folders below it.
    ///
    /// - Returns: Files in the order of their paths.
    /// - Throws: ``DefinitionFolderError`` when there is no folder, none of its files is YAML, or one cannot be read.
    package func files() throws(DefinitionFolderError) -> [DefinitionFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder) else {
            throw .missing(self.path)
        }
        guard isFolder.boolValue else { throw .notAFolder(self.path) }
        // The enumerator does not follow a folder that is itself a link.
        let folder = URL(filePath: self.path).resolvingSymlinksInPath().path
        guard let entries = FileManager.default.enumerator(atPath: folder) else { throw .unreadable(self.path) }
        let paths = entries.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") && !Self.isHidden($0) }
        guard !paths.isEmpty else { throw .empty(self.path) }
        var files: [DefinitionFile] = []
        for path in paths.sorted() { files.append(DefinitionFile(path: path, text: try self.text(of: path))) }
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

    private func text(of path: String) throws(DefinitionFolderError) -> String {
        let file = URL(filePath: self.path).appending(path: path)
        guard let bytes = try? Data(contentsOf: file) else { throw .unreadable(file.path) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(file.path) }
        return text
    }

    private static func isHidden(_ path: String) -> Bool { path.split(separator: "/").contains { $0.hasPrefix(".") } }
}
