/// A statement whose interpolated values are bound as parameters, never pasted into the text.
///
///     let sql: SQL = "SELECT name FROM post WHERE id = \(id) AND office = \(office)"
///
/// Identifiers cannot be bound: write `\(SQL.identifier(name))`, or `\(unsafeSQL: text)` for text you vouch for.
package struct SQL: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The literal pieces around the bindings: always one more than there are bindings.
    let pieces: [String]
    /// The bound values, in order; the first is `$1`.
    package let bindings: [PostgresValue]
    /// The text with `$1`, `$2`… in place of the bindings.
    package let text: String
    /// What ``labelled(_:)`` set.
    private var name: String?
    /// Whether its rows are to come in binary form.
    package private(set) var isBinary = false

    /// Makes a statement from a literal with interpolations.
    package init(stringInterpolation interpolation: SQLInterpolation) {
        self.init(pieces: interpolation.pieces, bindings: interpolation.bindings)
    }

    /// Makes a statement without bindings.
    package init(stringLiteral value: String) {
        self.init(pieces: [value], bindings: [])
    }

    /// Makes a statement without bindings from text that the caller vouches for.
    package init(unsafeSQL text: String) {
        self.init(pieces: [text], bindings: [])
    }

    private init(pieces: [String], bindings: [PostgresValue]) {
        self.pieces = pieces
        self.bindings = bindings
        var text = pieces[0]
        for (index, piece) in pieces.dropFirst().enumerated() { text += "$\(index + 1)\(piece)" }
        self.text = text
    }

    /// A short name for errors and logs, free of values: what ``labelled(_:)`` set, or the first word.
    ///
    /// Only looked for when it is asked for: statements are made by the thousand and fail seldom.
    package var label: String {
        if let name { return name }
        let word = self.text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        return word.isEmpty ? "empty" : String(word.prefix(16))
    }

    /// The same statement whose rows come in binary form, to be read by ``PostgresRow/binary(_:as:)``.
    package var inBinary: SQL {
        var copy = self
        copy.isBinary = true
        return copy
    }

    /// The same statement under a name for errors and logs, such as "append event".
    package func labelled(_ label: String) -> SQL {
        var copy = self
        copy.name = label
        return copy
    }
}
