extension FieldType {
    /// Whether a value in clear is of this type.
    ///
    /// - Parameter values: The codes allowed; empty allows any.
    package func holds(_ value: FieldValue, values: [String] = []) -> Bool {
        switch (self, value) {
        case (.text, .string), (.string, .string), (.reference, .string), (.user, .string), (.post, .string),
            (.office, .string):
            true
        case (.code, .string(let text)): values.isEmpty || values.contains(text)
        case (.integer, .integer), (.decimal, .decimal), (.decimal, .integer), (.boolean, .boolean): true
        case (.date, .string(let text)): CivilDate(text) != nil
        case (.instant, .string(let text)): Instant(text) != nil
        case (.money, .string(let text)): Self.isMoney(text)
        case (.list(let item), .list(let values)): values.allSatisfy { item.holds($0) }
        default: false
        }
    }

    /// Whether a text can be what the type names: codes and ids have no blanks, so that sentences and names stay out of
    /// fields that are not sealed.
    func isPlain(_ text: String) -> Bool {
        switch self {
        case .code, .reference, .user, .post, .office: !text.contains(where: \.isWhitespace)
        default: true
        }
    }

    /// What to write, for messages.
    package func expectation(values: [String]) -> String {
        switch self {
        case .code where !values.isEmpty: "one of \(values.joined(separator: ", "))"
        case .date: "a date such as 2026-04-10"
        case .instant: "an instant with a zone such as 2026-04-10T09:30:00Z"
        case .money: "an amount with its currency such as 1500.00 PKR"
        case .integer: "a whole number"
        case .boolean: "true or false"
        default: "\(self)"
        }
    }

    /// An amount and an ISO 4217 code: `1500.00 PKR`.
    private static func isMoney(_ text: String) -> Bool {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3, parts[1].allSatisfy({ $0.isASCII && $0.isUppercase }) else {
            return false
        }
        return Double(parts[0])?.isFinite == true
            && parts[0].allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    }
}

extension FieldValue {
    /// What kind of value it is, without the value: it may be personal.
    package var kindOfValue: String {
        switch self {
        case .string: "another text"
        case .integer: "a whole number"
        case .decimal: "a number with a fraction"
        case .boolean: "true or false"
        case .list: "a list"
        case .sealed: "a sealed value"
        }
    }
}
