import Redressal

/// Definitions were not published because of what is wrong with them.
package struct DefinitionsRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one of them is an error.
    package let findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    /// One finding a line.
    package var description: String { self.findings.map(\.description).joined(separator: "\n") }
}
