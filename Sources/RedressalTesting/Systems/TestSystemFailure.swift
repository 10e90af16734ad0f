/// A system under test did not come to the state that a test waited for, or could not be put together.
package struct TestSystemFailure: Error, CustomStringConvertible {
    /// "expected … but …".
    package let description: String

    package init(_ description: String) { self.description = description }
}
