/// Why something cannot be sealed or opened; never holds what it is about.
package struct VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
