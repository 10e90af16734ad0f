/// PostgreSQL's text form of a one-dimensional array, such as `{"a","b\"c",NULL}`.
enum ArrayLiteral {
    /// Writes an array; every element is quoted, so an empty text and the text `NULL` stay what they are.
    static func text(of elements: [String?]) -> String {
        var literal = "{"
        for (index, element) in elements.enumerated() {
            if index > 0 { literal += "," }
            literal += element.map(Self.quoted) ?? "NULL"
        }
        return literal + "}"
    }

    private static func quoted(_ element: String) -> String {
        var quoted = "\""
        for scalar in element.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
