/// What a reader or checker found in a definition file: where, which rule, and what was expected.
package struct Finding: Error, Hashable, Sendable, Codable {
    /// Whether a finding stops a definition from being used.
    package enum Severity: String, Hashable, Sendable, Codable {
        case error, warning
    }

    /// The longest message, in code points; one quotes what it found, and that may be most of a file.
    private static let longestMessage = 800

    /// The name of the file as the reader was given it.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in Unicode scalars.
    package let column: Int
    /// The rule's stable name, such as `unknown-key`; `docs/workflow-language.md` lists them.
    package let rule: String
    /// One sentence that says what was expected and what was found.
    package let message: String
    package let severity: Severity

    package init(
        file: String, line: Int, column: Int, rule: String, message: String, severity: Severity = .error
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.rule = rule
        self.message = message.clipped(to: Self.longestMessage)
        self.severity = severity
    }
}

extension Finding: CustomStringConvertible {
    /// `file:line:column: error: message [rule]`, the form editors can jump from.
    package var description: String {
        "\(self.file):\(self.line):\(self.column): \(self.severity.rawValue): \(self.message) [\(self.rule)]"
    }
}

extension Finding: Comparable {
    /// Orders findings as a reader meets them: by file, line and column.
    package static func < (left: Finding, right: Finding) -> Bool {
        (left.file, left.line, left.column, left.rule, left.message)
            < (right.file, right.line, right.column, right.rule, right.message)
    }
}

extension [Finding] {
    /// Whether any finding is an error rather than a warning.
    package var hasErrors: Bool { self.contains { $0.severity == .error } }
}
