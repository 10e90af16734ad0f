/// A place in a text: line and column, each counted from 1, columns in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first character of a text.
    package static let start = SourceLocation(line: 1, column: 1)
}
