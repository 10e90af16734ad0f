/// What should hold for every input and does not for one.
package struct BrokenProperty: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// - Throws: ``BrokenProperty`` unless the condition holds.
func require(_ condition: Bool, _ expected: @autoclosure () -> String) throws {
    guard condition else { throw BrokenProperty(expected()) }
}

/// The value there should be.
///
/// - Throws: ``BrokenProperty`` when there is none.
func require<Value>(_ value: Value?, _ expected: @autoclosure () -> String) throws -> Value {
    guard let value else { throw BrokenProperty(expected()) }
    return value
}
