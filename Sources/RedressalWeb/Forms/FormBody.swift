import Foundation
import HTTPTypes
import Hummingbird
import Redressal

/// What a browser sends of a form (application/x-www-form-urlencoded, WHATWG URL §5).
struct FormBody: Sendable {
    private var values: [String: [String]] = [:]

    init() {}

    /// - Throws: ``Problem`` for bytes that are not UTF-8 or hold NUL characters.
    init(_ text: String) throws(Problem) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { String($0).replacing("+", with: " ").removingPercentEncoding }
            guard let name = decoded[0], let value = decoded.count == 2 ? decoded[1] : "" else {
                throw .malformed("expected percent-encoded UTF-8 in the form but found other bytes")
            }
            try value.checkNoNUL(in: String(name.prefix(40)))
            // Browsers end lines as in mail.
            self.values[name, default: []].append(value.replacing("\r\n", with: "\n"))
        }
    }

    /// What was filled in, without blanks around it; nil when it is missing or blank.
    func text(_ name: String) -> String? {
        self.values[name]?.first.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    /// As it was typed, for passwords.
    func secret(_ name: String) -> String? { self.values[name]?.first.flatMap { $0.isEmpty ? nil : $0 } }

    /// The same under other names.
    ///
    /// - Parameter name: Says the new name; nil leaves a value out.
    func renamed(_ name: (String) -> String?) -> FormBody {
        var body = FormBody()
        for (old, values) in self.values { if let new = name(old) { body.values[new] = values } }
        return body
    }

    /// All that was chosen under a name.
    func texts(_ name: String) -> [String] { (self.values[name] ?? []).filter { !$0.isEmpty } }
}

extension Request {
    /// Reads the body as a form.
    ///
    /// - Throws: ``Problem`` for another content type, a body too long, or bytes that are no form; ``BrokenBody``.
    func form() async throws -> FormBody {
        let type = self.headers[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type == "application/x-www-form-urlencoded" else {
            throw Problem(
                .unsupportedMediaType, "not_a_form",
                "expected a form with Content-Type: application/x-www-form-urlencoded but found another or none")
        }
        guard let text = String(validating: try await self.wholeBody(), as: UTF8.self) else {
            throw Problem.malformed("expected a form in UTF-8 but found other bytes")
        }
        return try FormBody(text)
    }
}
