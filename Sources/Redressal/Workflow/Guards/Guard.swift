/// The `when` of an action: as written, as understood, and where.
package struct Guard: Hashable, Sendable {
    /// The text as the definition has it.
    package let source: String
    package let expression: GuardExpression
    /// Where the text starts in its file.
    package let location: SourceLocation

    package init(source: String, expression: GuardExpression, location: SourceLocation = .start) {
        self.source = source
        self.expression = expression
        self.location = location
    }
}
