/// Why a file cannot be imported at all; nothing of it was sent.
package struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found, where, and what was expected.
    package let message: String

    package init(_ message: String) { self.message = message }

    package var description: String { self.message }
}
