import Foundation
import Mustache
import Redressal

/// What pages are made of: templates, the words of each language, style sheets and scripts.
package struct PageLibrary: Sendable {
    let messages: MessageSet
    /// By name.
    let files: [String: StaticFile]
    private let templates: MustacheLibrary
    private let names: Set<String>
    private let words: [String: [String: any Sendable]]

    /// Reads a folder with `templates`, `messages` and `static` in it.
    ///
    /// - Throws: ``PageError`` with the place of the first thing that is wrong.
    package init(folder: URL) throws {
        HTMLText.register()
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in try Self.texts(in: folder.appending(path: "templates"), ".mustache") {
            do {
                templates[name] = try MustacheTemplate(string: HTMLText.pragma + text)
            } catch {
                throw PageError("expected a template in '\(name).mustache' but found \(error)")
            }
        }
        let catalogues = try Self.texts(in: folder.appending(path: "messages"), ".yaml").map { name, text in
            let (catalogue, findings) = MessageReader.read(text, file: "\(name).yaml")
            guard let catalogue else { throw PageError(findings.first.map(\.description) ?? name) }
            return catalogue
        }
        let messages = MessageSet(catalogues)
        guard messages.catalogue(MessageSet.complete) != nil else {
            throw PageError("expected messages in English in '\(folder.path)' but there are none")
        }
        let files = try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "static"), includingPropertiesForKeys: nil
        ).map { try StaticFile($0) }
        self.templates = MustacheLibrary(templates: templates)
        self.names = Set(templates.keys)
        self.messages = messages
        self.files = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0) })
        self.words = Dictionary(
            uniqueKeysWithValues: messages.languages.map { ($0.language, WordTree.make(messages, in: $0.language)) })
    }

    /// The words of a language, as templates reach them: `{{t.track.title}}`.
    func words(in language: String) -> [String: any Sendable] { self.words[language] ?? [:] }

    /// - Throws: ``PageError`` for a template that is not there.
    func render(_ template: String, _ values: [String: any Sendable]) throws(PageError) -> String {
        guard self.names.contains(template), let text = self.templates.render(values, withTemplate: template) else {
            throw PageError("expected the template '\(template)' but there is none")
        }
        return text
    }

    /// The texts of all files under a folder, by their path without the ending: `console.case`, for no tag may hold a slash.
    private static func texts(in folder: URL, _ ending: String) throws -> [(String, String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }
        return try names.sorted().map { name in
            (
                String(name.dropLast(ending.count)).replacing("/", with: "."),
                try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            )
        }
    }
}
