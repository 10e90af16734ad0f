import Foundation
import Redressal
import RedressalRuntime
import Testing

/// One named file: what counts against it, and what does not.
@Suite struct DefinitionFolderFileTests {
    private static let workflow = """
        workflow: permit
        version: 1
        initial: asked
        roles: [clerk]
        states:
          asked: {sla: 2d}
          granted: {final: true}
        actions:
          - {do: grant, from: asked, to: granted, by: [clerk], emit: PermitGranted}
        """

    /// Writes files into a folder of its own, and reads one of them.
    private func read(_ path: String, among files: [String: Data]) throws -> DefinitionFolderFile {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
        return try DefinitionFolderFile(path, in: DefinitionFolder(path: folder.path), at: Instant(seconds: 0))
    }

    @Test(arguments: ["permit.yaml", "permit.yml", "permit.txt", "permit"])
    func aFileIsReadWhateverItsEnding(_ name: String) throws {
        let right = try self.read(name, among: [name: Data(Self.workflow.utf8)])
        #expect(right.findings == [])
        #expect(right.workflow?.name == "permit")
        let text = Self.workflow.replacing("to: granted", with: "to: grnted")
        let wrong = try self.read(name, among: [name: Data(text.utf8)])
        #expect(wrong.findings.map(\.file) == [name])
        #expect(wrong.findings.map(\.rule) == ["unknown-state"])
        #expect(wrong.workflow == nil)
    }

    @Test(arguments: ["Dear Sir,\nthe pump is dry.\n", "To: the office\nre: pump: dry\n"])
    func aLetterIsNoDefinition(_ text: String) throws {
        let file = try self.read("letter.txt", among: ["letter.txt": Data(text.utf8)])
        #expect(
            file.findings.first?.description
                == "letter.txt:1:1: error: expected a definition in YAML but found another kind of text [no-definition]"
        )
    }

    @Test func whatIsWrongWithOthersDoesNotCount() throws {
        let file = try self.read(
            "permit.yaml",
            among: [
                "permit.yaml": Data(Self.workflow.utf8), "other.yaml": Data("workflow: [".utf8),
                "calendars/bad.yaml": Data([0x6B, 0xFF]), "drafts/deep.yaml": Data([0xFF]),
            ])
        #expect(file.findings == [])
        #expect(file.workflow?.name == "permit")
        #expect(
            file.warnings == [
                "'calendars/bad.yaml' is passed over: expected text in UTF-8 but found bytes that are none"
            ])
    }

    @Test func defaultsWithErrorsAreTheirOwnFindingAndTheOthersWarning() throws {
        let files = ["permit.yaml": Data(Self.workflow.utf8), "defaults.yaml": Data("kind: defults".utf8)]
        #expect(try self.read("defaults.yaml", among: files).findings.map(\.rule) == ["bad-value"])
        let permit = try self.read("permit.yaml", among: files)
        #expect(permit.findings == [])
        #expect(
            permit.warnings == [
                "'defaults.yaml' has errors, so that 'permit.yaml' is not checked as a whole: mend it first"
            ])
    }

    @Test func aNamedFileThatIsNotTextIsAFinding() throws {
        let file = try self.read("permit.yaml", among: ["permit.yaml": Data([0x61, 0x0A, 0xFF])])
        #expect(
            file.findings.map(\.description) == [
                "permit.yaml:2:1: error: expected text in UTF-8 but found bytes that are none [not-utf8]"
            ])
        #expect(file.warnings == [])
    }
}
