/// Why one row cannot be used, while the others can.
package struct RowDefect: Error, Hashable, Sendable, CustomStringConvertible {
    /// "expected … but …".
    package let reason: String

    package init(_ reason: String) { self.reason = reason }

    package var description: String { self.reason }

    /// A value from the file, short enough for a message.
    static func quoted(_ text: String) -> String {
        text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
    }
}
