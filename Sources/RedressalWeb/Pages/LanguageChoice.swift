import HTTPTypes
import Hummingbird
import Redressal

/// In which language somebody is spoken to.
struct LanguageChoice {
    static let cookieName = "redressal-language"

    let language: String
    /// Whether the request itself names it, so that the browser should remember.
    let isNew: Bool

    /// What the address says, or what the browser remembers, or what it likes best (RFC 9110 §12.5.4), or English.
    init(_ request: Request, _ messages: MessageSet) {
        let asked = request.uri.queryParameters["lang"].map { String($0) }
        if let asked, messages.catalogue(asked) != nil {
            self.language = asked
            self.isNew = true
            return
        }
        self.isNew = false
        if let kept = request.cookies[Self.cookieName]?.value, messages.catalogue(kept) != nil {
            self.language = kept
            return
        }
        let liked = Self.liked(request.headers[.acceptLanguage] ?? "")
        self.language = liked.first { messages.catalogue($0) != nil } ?? MessageSet.complete
    }

    /// The header that makes the browser remember.
    var cookie: String {
        Cookie(
            name: Self.cookieName, value: self.language, maxAge: 31_536_000, path: "/", httpOnly: true, sameSite: .lax
        )
        .description
    }

    /// The languages without their regions, best first.
    private static func liked(_ header: String) -> [String] {
        let ranges = header.prefix(500).split(separator: ",").map { range -> (String, Double) in
            let parts = range.split(separator: ";")
            let tag = parts[0].trimmingPrefix(while: \.isWhitespace).prefix { $0 != "-" && !$0.isWhitespace }
            let weight = parts.dropFirst().first.flatMap { part in
                Double(part.trimmingPrefix(while: \.isWhitespace).dropFirst(2))
            }
            return (tag.lowercased(), weight ?? 1)
        }
        // Of the same weight the first one counts.
        return ranges.enumerated().filter { $0.element.1 > 0 }
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
}
