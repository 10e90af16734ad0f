import HTTPTypes
import Redressal

/// An object in a request's body, read member by member with errors that name the place.
struct JSONObject {
    /// The longest name or code taken, in code points; free text belongs in fields.
    ///
    /// Not in characters: what looks like one may have any number of marks on it.
    static let longestText = 200

    private let members: [String: JSONValue]
    /// Where it stands in the body: empty, or `actor`.
    private let path: String

    /// - Parameter allowed: The members it may have.
    /// - Throws: ``Problem`` when it is no object or has others.
    init(_ value: JSONValue, at path: String = "", allowing allowed: [String]) throws(Problem) {
        guard case .object(let members) = value else {
            let place = path.isEmpty ? "as the body" : "in '\(path)'"
            throw .malformed("expected an object \(place) but found \(value.kind)", field: path.isEmpty ? nil : path)
        }
        self.members = members
        self.path = path
        if let other = members.keys.sorted().first(where: { !allowed.contains($0) }) {
            let place = path.isEmpty ? "the body" : "'\(path)'"
            throw .malformed(
                "expected only \(allowed.joined(separator: ", ")) in \(place) but found \(other.quoted)",
                field: self.place(String(other.prefix(40))))
        }
    }

    /// - Throws: ``Problem`` when it is missing, empty, no text, too long or holds a NUL character.
    func text(_ name: String) throws(Problem) -> String {
        guard let text = try self.optionalText(name) else {
            throw .malformed("expected text in '\(self.place(name))' but it is missing", field: self.place(name))
        }
        return text
    }

    /// - Returns: nil when it is missing or null.
    /// - Throws: As above.
    func optionalText(_ name: String) throws(Problem) -> String? {
        guard let value = self.value(name) else { return nil }
        let place = self.place(name)
        guard case .text(let text) = value, !text.isEmpty else {
            let found = value == .text("") ? "it is empty" : "found \(value.kind)"
            throw .malformed("expected text in '\(place)' but \(found)", field: place)
        }
        try text.checkNoNUL(in: place)
        let length = text.unicodeScalars.count
        guard length <= Self.longestText else {
            throw Problem(
                .unprocessableContent, Rejection.Code.tooLong.rawValue,
                "expected at most \(Self.longestText) characters in '\(place)' but found \(length)", field: place)
        }
        return text
    }

    /// A password: as long as one may be, and never repeated in a message.
    ///
    /// - Throws: As above.
    func secret(_ name: String) throws(Problem) -> String {
        guard let text = try self.optionalSecret(name) else {
            throw .malformed("expected text in '\(self.place(name))' but it is missing", field: self.place(name))
        }
        return text
    }

    /// - Returns: nil when it is missing or null.
    /// - Throws: As above.
    func optionalSecret(_ name: String) throws(Problem) -> String? {
        guard let value = self.value(name) else { return nil }
        guard case .text(let text) = value, (1...4 * PasswordRule.longest).contains(text.utf8.count) else {
            throw .malformed(
                "expected text of at most \(PasswordRule.longest) characters in '\(self.place(name))' but found \(value.kind)",
                field: self.place(name))
        }
        return text
    }

    /// - Returns: nil when it is missing or null.
    func value(_ name: String) -> JSONValue? {
        self.members[name] == .null ? nil : self.members[name]
    }

    /// - Throws: ``Problem`` when it is missing or no such object.
    func object(_ name: String, allowing allowed: [String]) throws(Problem) -> JSONObject {
        guard let value = self.value(name) else {
            throw .malformed("expected an object in '\(self.place(name))' but it is missing", field: self.place(name))
        }
        return try JSONObject(value, at: self.place(name), allowing: allowed)
    }

    private func place(_ name: String) -> String { self.path.isEmpty ? name : "\(self.path).\(name)" }
}

extension String {
    /// - Throws: ``Problem`` when it holds a NUL character, which the read models cannot keep.
    func checkNoNUL(in place: String) throws(Problem) {
        guard self.utf8.contains(0) else { return }
        throw Problem(
            .unprocessableContent, GatewayError.Code.invalid.rawValue,
            "expected text without NUL characters in '\(place)' but found one", field: place)
    }
}
