/// A row, or a case, that was not imported.
package struct ImportRejection: Hashable, Sendable, Codable {
    /// The line of the file that the row begins on, from 1.
    package let line: Int
    /// What the source calls the case; empty when the row does not tell.
    package let `case`: String
    package let reason: String

    package init(line: Int, case label: String, reason: String) {
        self.line = line
        self.case = label
        self.reason = reason
    }
}
