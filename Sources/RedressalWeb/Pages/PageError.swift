/// Pages that cannot be made: what was expected of their files, and what was found.
package struct PageError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
