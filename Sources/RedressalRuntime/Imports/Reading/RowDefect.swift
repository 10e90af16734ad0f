/// Why one row cannot be used, while the others can.
package struct RowDefect: Error, Hashable, Sendable, CustomStringConvertible {
    /// "expected … but …".
    package let reason: String

    package init(_ reason: String) { self.reason = reason }

    package var description: String { self.reason }
}
