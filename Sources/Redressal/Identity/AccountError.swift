/// Why an account, or a token, cannot be made or changed.
package struct AccountError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
