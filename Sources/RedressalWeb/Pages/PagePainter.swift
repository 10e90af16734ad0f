import HTTPTypes
import Hummingbird
import Redressal

/// Draws pages: the template within the frame that all pages share.
struct PagePainter: Sendable {
    let pages: PageLibrary

    /// In which language a request is answered.
    func speech(for request: Request) -> Speech {
        Speech(messages: self.pages.messages, language: LanguageChoice(request, self.pages.messages).language)
    }

    /// - Parameter visitor: Who has signed in, for the head of the page.
    /// - Throws: ``PageError``.
    func response(_ page: Page, to request: Request, visitor: Visitor? = nil) throws -> Response {
        let choice = LanguageChoice(request, self.pages.messages)
        let speech = Speech(messages: self.pages.messages, language: choice.language)
        var values = page.values
        values["t"] = self.pages.words(in: choice.language)
        values["page"] = self.frame(page, speech, request)
        if let visitor { values["visitor"] = visitor.values }
        var headers = page.headers
        if choice.isNew { headers.append(HTTPField(name: .setCookie, value: choice.cookie)) }
        headers[.contentLanguage] = choice.language
        return PageResponse.make(try self.pages.render(page.template, values), page.status, headers)
    }

    /// Where a page is found again in another language: what a form was sent to is no page.
    private static func place(of request: Request) -> String {
        let parts = request.uri.path.split(separator: "/")
        let end = request.method == .get ? parts.endIndex : parts.firstIndex(of: "actions") ?? parts.endIndex
        // Put together anew: two slashes at the beginning would lead to another host.
        return "/" + parts[..<end].joined(separator: "/")
    }

    private func frame(_ page: Page, _ speech: Speech, _ request: Request) -> [String: any Sendable] {
        let path = Self.place(of: request)
        let catalogue = self.pages.messages.catalogue(speech.language)
        let languages = self.pages.messages.languages.map { other -> [String: any Sendable] in
            [
                "tag": other.language, "name": other.name, "address": "\(path)?lang=\(other.language)",
                "direction": other.isRightToLeft ? "rtl" : "ltr", "isCurrent": other.language == speech.language,
            ]
        }
        return [
            "title": page.title, "language": speech.language, "direction": speech.isRightToLeft ? "rtl" : "ltr",
            "languages": languages, "isDraft": catalogue?.isDraft ?? false,
            "style": self.pages.files["redressal.css"]?.path ?? "",
            "script": self.pages.files["redressal.js"]?.path ?? "",
        ]
    }
}
