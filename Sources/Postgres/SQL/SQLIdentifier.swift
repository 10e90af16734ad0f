/// A name of a table, schema or column, quoted for use in SQL text.
package struct SQLIdentifier: Sendable, Hashable {
    /// The name in double quotes, with its parts joined by dots.
    package let quoted: String

    fileprivate init(_ parts: [String]) {
        self.quoted = parts.map {
            "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
        .joined(separator: ".")
    }
}

extension SQL {
    /// Quotes a name, or a qualified name given in parts: `SQL.identifier("log", "event")` is `"log"."event"`.
    package static func identifier(_ parts: String...) -> SQLIdentifier {
        SQLIdentifier(parts)
    }

    /// Quotes a name given in parts.
    package static func identifier(parts: [String]) -> SQLIdentifier {
        SQLIdentifier(parts)
    }
}
