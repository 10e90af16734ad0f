import Mustache

/// Escapes text for HTML scalar by scalar.
///
/// Mustache's own looks at whole characters: a quotation mark with a combining mark behind it is another character, stays as
/// it is, and ends the attribute it stands in.
struct HTMLText: MustacheContentType {
    /// How templates ask for it.
    static let pragma = "{{% CONTENT_TYPE:REDRESSAL_HTML}}"

    /// Makes it known to the parser of templates.
    static func register() { MustacheContentTypes.register(HTMLText(), named: "REDRESSAL_HTML") }

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
