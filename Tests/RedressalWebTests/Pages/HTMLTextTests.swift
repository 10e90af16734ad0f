import Foundation
import Mustache
import Testing

@testable import RedressalWeb

/// What people write never becomes part of a page's structure.
@Suite struct HTMLTextTests {
    /// The template engine's own escaping looks at whole characters, and a quotation mark with a combining mark is another one.
    @Test(arguments: ["<", ">", "\"", "'", "&", "\"\u{301}", "<\u{338}", "&\u{20DD}", "'\u{FE0F}", "\u{202E}<"])
    func noSignOfHTMLIsLeft(_ text: String) throws {
        HTMLText.register()
        let template = try MustacheTemplate(
            string: HTMLText.pragma + "<a title=\"{{text}}\">{{#list}}{{.}}{{/list}}</a>")
        let values: [String: any Sendable] = ["text": text, "list": [text]]
        let html = MustacheLibrary(templates: ["t": template]).render(values, withTemplate: "t") ?? ""
        let scalars = html.unicodeScalars
        #expect(scalars.filter { $0 == "<" }.count == 2)
        #expect(scalars.filter { $0 == "\"" }.count == 2)
        #expect(!scalars.contains("'"))
    }

    /// Partials and the blocks of a frame begin anew with the engine's own escaping: each template asks for ours itself.
    @Test func aPageWithinItsFrameIsEscapedToo() throws {
        let library = try PageLibraryTests.shipped()
        let trap = "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}<script\u{301}>"
        let field: [String: any Sendable] = [
            "id": trap, "name": trap, "label": trap, "typed": trap, "isLine": true, "hint": trap, "fault": trap,
        ]
        let form: [String: any Sendable] = [
            "title": trap, "name": trap, "address": trap, "key": trap, "fields": [field],
        ]
        let frame: [String: any Sendable] = ["title": trap, "language": "en", "direction": "ltr"]
        let values: [String: any Sendable] = [
            "page": frame, "t": library.words(in: "en"), "reference": trap, "forms": [form], "hasForms": true,
        ]
        let html = try library.render("console.case", values)
        #expect(html.contains("onfocus"))
        #expect(!html.unicodeScalars.split(separator: "\"").contains { String($0.prefix(1)) == "\u{301}" })
        #expect(!html.contains("<script\u{301}"))
    }
}
