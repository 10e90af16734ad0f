/// Collects the literals and the bound values of an interpolated ``SQL``.
package struct SQLInterpolation: StringInterpolationProtocol {
    /// The literal pieces; always one more than there are bindings.
    private(set) var pieces: [String] = [""]
    /// The bound values so far.
    private(set) var bindings: [PostgresValue] = []

    /// Starts with room for what the compiler counted.
    package init(literalCapacity: Int, interpolationCount: Int) {
        self.pieces.reserveCapacity(interpolationCount + 1)
        self.bindings.reserveCapacity(interpolationCount)
    }

    /// Adds text of the literal.
    package mutating func appendLiteral(_ literal: String) {
        self.pieces[self.pieces.count - 1] += literal
    }

    /// Binds a value.
    package mutating func appendInterpolation(_ value: some PostgresEncodable) {
        self.bindings.append(value.postgresValue)
        self.pieces.append("")
    }

    /// Binds a value, or `NULL` for nil.
    package mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
        self.bindings.append(value?.postgresValue ?? .null)
        self.pieces.append("")
    }

    /// Pastes a quoted identifier.
    package mutating func appendInterpolation(_ identifier: SQLIdentifier) {
        self.appendLiteral(identifier.quoted)
    }

    /// Pastes another statement with its bindings, renumbered.
    package mutating func appendInterpolation(_ sql: SQL) {
        self.appendLiteral(sql.pieces[0])
        for (binding, piece) in zip(sql.bindings, sql.pieces.dropFirst()) {
            self.appendInterpolation(binding)
            self.appendLiteral(piece)
        }
    }

    /// Pastes text as it is.
    ///
    /// - Warning: never text that came from outside.
    package mutating func appendInterpolation(unsafeSQL text: String) {
        self.appendLiteral(text)
    }
}
