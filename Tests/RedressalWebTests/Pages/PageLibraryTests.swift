import Foundation
import Redressal
import RedressalWeb
import Testing

@testable import RedressalWeb

/// The shipped pages, in every language.
@Suite struct PageLibraryTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../pages")
    static func shipped() throws -> PageLibrary { try PageLibrary(folder: Self.folder) }

    /// What people without an account read has to be there in every language; the offices' pages are in English.
    private static let forEverybody = [
        "site.", "due.", "badges.", "form.", "values.", "problem.", "problems.", "rejections.", "home.", "file.",
        "receipt.", "track.", "privacy.", "boards.", "clocks.", "complaint.name", "complaint.states.",
        "complaint.told.",
        "complaint.yours.", "complaint.yours_fields.", "complaint.values.",
    ]

    /// Codes that offices alone choose among and read.
    private static let forOffices = ["complaint.values.category.", "complaint.values.reason_code."]

    @Test(arguments: ["ur", "ps", "km"])
    func everybodysPagesAreCompleteInEveryLanguage(_ language: String) throws {
        let differences = try Self.shipped().messages.differences(of: language)
        let wrong = differences.filter { difference in
            !difference.hasSuffix("but it is missing")
                || (Self.forEverybody.contains { difference.hasPrefix("expected '\($0)") }
                    && !Self.forOffices.contains { difference.hasPrefix("expected '\($0)") })
        }
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test func everyMessageThatATemplateNamesIsThere() throws {
        let english = try #require(try Self.shipped().messages.catalogue("en"))
        let templates = Self.folder.appending(path: "templates")
        var named = 0
        for name in try FileManager.default.subpathsOfDirectory(atPath: templates.path) where name.hasSuffix("mustache")
        {
            let text = try String(contentsOf: templates.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /\{\{t\.([a-z_.]+)\}\}/) {
                named += 1
                #expect(english.messages[String(match.1)] != nil, "\(name): \(match.1)")
            }
        }
        #expect(named > 50)
    }

    private static func workflow(_ name: String) throws -> WorkflowDefinition {
        let workflows = Self.folder.appending(path: "../workflows")
        let text = try String(contentsOf: workflows.appending(path: "\(name).yaml"), encoding: .utf8)
        let defaults = try String(contentsOf: workflows.appending(path: "defaults.yaml"), encoding: .utf8)
        let reading = WorkflowReader.read(text, file: "\(name).yaml", defaults: (defaults, "defaults.yaml"))
        return try #require(reading.definition, "\(reading.findings)")
    }

    @Test func stateNamesOfComplaintsAreThereInEveryLanguage() throws {
        let workflow = try Self.workflow("complaint")
        let messages = try Self.shipped().messages
        for language in messages.languages {
            for state in workflow.states {
                #expect(language.text("complaint.states.\(state.name)") != nil, "\(language.language) \(state.name)")
                #expect(language.text("complaint.told.\(state.name)") != nil, "\(language.language) \(state.name)")
            }
        }
    }

    /// Offices read words, and not the names that programs go by.
    @Test(arguments: ["complaint", "box_opening", "forum", "jaap_action"])
    func whatOfficesReadOfAWorkflowHasWords(_ name: String) throws {
        let english = try #require(try Self.shipped().messages.catalogue("en"))
        let workflow = try Self.workflow(name)
        let byPeople = workflow.actions.filter { $0.by.contains { $0.rawValue != "system" } }
        let keys =
            workflow.states.map { "\(name).states.\($0.name)" } + byPeople.map { "\(name).actions.\($0.name)" }
            + workflow.fields.map { "\(name).fields.\($0.name)" } + byPeople.flatMap(\.by).map { "roles.\($0)" }
        for key in keys { #expect(english.text(key) != nil, "\(key)") }
    }

    @Test func aTemplateWithAFaultIsNamed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["templates", "messages", "static"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        try "{{#open}}".write(to: folder.appending(path: "templates/a.mustache"), atomically: true, encoding: .utf8)
        #expect { try PageLibrary(folder: folder) } throws: { "\($0)".contains("a.mustache") }
        try "".write(to: folder.appending(path: "templates/a.mustache"), atomically: true, encoding: .utf8)
        #expect { try PageLibrary(folder: folder) } throws: { "\($0)".contains("messages in English") }
    }
}
