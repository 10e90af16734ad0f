import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct DefinitionFolderTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs with a folder of its own that is gone afterwards.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func readsTheShippedFolder() throws {
        let folder = DefinitionFolder(home: Self.root.path)
        let paths = try folder.files().map(\.path)
        #expect(paths == paths.sorted())
        #expect(Set(["defaults.yaml", "calendars/kh-gov.yaml", "programmes/khan-sen-sok.yaml"]).isSubset(of: paths))
        let set = try folder.definitions(published: Instant(seconds: 0), by: "u-1")
        #expect(!set.findings.hasErrors)
        #expect(set.definitions.count == paths.count - 1)
    }

    @Test func leavesHiddenAndOtherFilesAlone() throws {
        try self.withFolder { folder in
            for name in ["b.yaml", ".hidden.yaml", "notes.md", "a.yaml"] {
                try Data("text of \(name)".utf8).write(to: folder.appending(path: name))
            }
            #expect(
                try DefinitionFolder(path: folder.path).files() == [
                    DefinitionFile(path: "a.yaml", text: "text of a.yaml"),
                    DefinitionFile(path: "b.yaml", text: "text of b.yaml"),
                ])
        }
    }

    @Test func saysWhatIsWrongWithTheFolder() throws {
        try self.withFolder { folder in
            let path = folder.path
            #expect(throws: DefinitionFolderError.empty(path)) { try DefinitionFolder(path: path).files() }
            #expect(throws: DefinitionFolderError.missing(path + "/workflows")) {
                try DefinitionFolder(home: path).files()
            }
            let file = folder.appending(path: "bad.yaml")
            try Data([0x6B, 0xFF, 0xFE]).write(to: file)
            #expect(throws: DefinitionFolderError.notAFolder(file.path)) {
                try DefinitionFolder(path: file.path).files()
            }
            #expect(throws: DefinitionFolderError.notText(file.path)) { try DefinitionFolder(path: path).files() }
            #expect(
                DefinitionFolderError.empty("w").description
                    == "expected definitions (*.yaml) in 'w' but there are none")
        }
    }
}
