/// Why an erasure is not asked for, or not approved.
package struct ErasureRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    /// In the same words whether there is such a case or not.
    package static let noSuchCase = ErasureRefusal("expected a case that you handle but found none")
}
