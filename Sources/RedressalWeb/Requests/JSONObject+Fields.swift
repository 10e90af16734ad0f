import Redressal

extension JSONObject {
    /// The fields of a case that a request brings.
    ///
    /// - Returns: Empty when the member is missing.
    /// - Throws: ``Problem`` that names the field.
    func fields(_ name: String = "fields") throws(Problem) -> [String: FieldValue] {
        guard let value = self.value(name) else { return [:] }
        guard case .object(let members) = value else {
            throw .malformed("expected an object in '\(name)' but found \(value.kind)", field: name)
        }
        var fields: [String: FieldValue] = [:]
        for (field, value) in members.sorted(by: { $0.key < $1.key }) {
            guard !field.isEmpty, field.unicodeScalars.count <= JSONObject.longestText, !field.utf8.contains(0) else {
                throw .malformed(
                    "expected names of 1 to \(JSONObject.longestText) characters in '\(name)' but found another",
                    field: name)
            }
            fields[field] = try FieldValue(value, of: field)
        }
        return fields
    }
}

extension FieldValue {
    /// - Parameter field: Its name, for errors.
    fileprivate init(_ value: JSONValue, of field: String) throws(Problem) {
        if case .list(let items) = value {
            var values: [FieldValue] = []
            for item in items { values.append(try FieldValue(scalar: item, of: field, in: "a list of these")) }
            self = .list(values)
        } else {
            self = try FieldValue(scalar: value, of: field, in: "or a list of these")
        }
    }

    private init(scalar value: JSONValue, of field: String, in list: String) throws(Problem) {
        switch value {
        case .text(let text):
            try text.checkNoNUL(in: field)
            self = .string(text)
        case .integer(let number): self = .integer(number)
        case .decimal(let number):
            // Beyond 2^53 neighbours fall together: a long number would change without a word.
            guard number.magnitude < 9_007_199_254_740_992 else {
                throw .malformed(
                    "expected a number below 2^53 in '\(field)' but found a larger one: send it as text", field: field)
            }
            self = .decimal(number)
        case .boolean(let flag): self = .boolean(flag)
        case .null, .list, .object:
            throw .malformed(
                "expected text, a number, true or false, \(list) in '\(field)' but found \(value.kind)", field: field)
        }
    }
}
