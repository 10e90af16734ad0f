import Foundation
import Redressal
import Testing

/// The definitions of `workflows/`, read as anyone would read them.
enum ShippedDefinitions {
    static let published = Instant(seconds: 1_767_225_600)

    /// Every YAML file in the folder.
    static func files() throws -> [DefinitionFile] {
        let paths = try #require(FileManager.default.enumerator(atPath: self.folder.path))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
        return try paths.map { path in
            let text = try String(contentsOf: self.folder.appending(path: path), encoding: .utf8)
            return DefinitionFile(path: path, text: text)
        }
    }

    static func set() throws -> DefinitionSet {
        DefinitionSet(try self.files(), published: self.published, by: "tests")
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "workflows").resolvingSymlinksInPath()
}
