/// An implementation did something else than its port promises.
package struct ContractViolation: Error, CustomStringConvertible {
    /// "expected … but …".
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Throws ``ContractViolation`` unless both values are the same.
func require<Value: Equatable>(_ found: Value, is expected: Value, _ what: String) throws {
    guard found != expected else { return }
    throw ContractViolation("\(what): expected \(brief(expected)) but found \(brief(found))")
}

/// Large values say little in full.
private func brief(_ value: some Any) -> String {
    let text = String(describing: value)
    return text.count <= 2000 ? text : "\(text.prefix(2000))…"
}
