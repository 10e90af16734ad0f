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
            for part in ["calendars", "drafts", "calendars/old", "folder.yaml"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: part), withIntermediateDirectories: true)
            }
            for name in [
                "b.yaml", ".hidden.yaml", "notes.md", "a.yml", "calendars/c.yaml", "calendars/.d.yaml", "drafts/e.yaml",
                "calendars/old/f.yaml",
            ] {
                try Data("text of \(name)".utf8).write(to: folder.appending(path: name))
            }
            #expect(
                try DefinitionFolder(path: folder.path).files() == [
                    DefinitionFile(path: "a.yml", text: "text of a.yml"),
                    DefinitionFile(path: "b.yaml", text: "text of b.yaml"),
                    DefinitionFile(path: "calendars/c.yaml", text: "text of calendars/c.yaml"),
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
                    == "expected definitions (*.yaml or *.yml) in 'w' but there are none")
        }
    }

    @Test func aFileThatIsNotTextIsAFindingAtItsPlace() throws {
        try self.withFolder { folder in
            try Data(Array("workflow: é\nver".utf8) + [0xE9, 0x0A]).write(to: folder.appending(path: "latin.yaml"))
            #expect(
                try DefinitionFolder(path: folder.path).findings(at: Instant(seconds: 0)).map(\.description) == [
                    "latin.yaml:2:4: error: expected text in UTF-8 but found bytes that are none [not-utf8]"
                ])
        }
    }
}
