import Yams

/// A YAML node of a calendar's file, with the words to say what is wrong with it.
struct CalendarNode {
    let node: Node
    let file: String

    /// A finding at the node's place.
    func finding(_ rule: String, _ message: String) -> Finding {
        Finding(
            file: self.file, line: self.node.mark?.line ?? 1, column: self.node.mark?.column ?? 1, rule: rule,
            message: message)
    }

    /// The finding that something else was expected here.
    func expected(_ what: String, rule: String = "bad-value") -> Finding {
        self.finding(rule, "expected \(what) but found \(self.summary)")
    }

    /// The text of a scalar, or nothing for a list or mapping.
    var scalar: String? { self.node.scalar?.string }

    /// The text of a scalar, as written.
    func text(_ expected: String) throws(Finding) -> String {
        guard case .scalar(let scalar) = self.node else { throw self.expected(expected, rule: "wrong-type") }
        return scalar.string
    }

    /// The nodes of a list.
    func list(_ expected: String) throws(Finding) -> [CalendarNode] {
        guard case .sequence(let sequence) = self.node else { throw self.expected(expected, rule: "wrong-type") }
        return sequence.map(self.sibling)
    }

    /// The keys of a mapping and their values, in the order of the file.
    func entries(_ expected: String) throws(Finding) -> [(key: CalendarNode, value: CalendarNode)] {
        guard case .mapping(let mapping) = self.node else { throw self.expected(expected, rule: "wrong-type") }
        return mapping.map { (self.sibling($0.key), self.sibling($0.value)) }
    }

    /// A scalar read as one of the values that have a text.
    func value<Value: LosslessStringConvertible>(_ type: Value.Type, _ what: String) throws(Finding) -> Value {
        guard let value = Value(try self.text(what)) else { throw self.expected(what) }
        return value
    }

    /// A scalar read as one of the cases of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(Finding) -> Choice
    where Choice.RawValue == String {
        let what = "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
        guard let choice = Choice(rawValue: try self.text(what)) else { throw self.expected(what) }
        return choice
    }

    private func sibling(_ node: Node) -> CalendarNode { CalendarNode(node: node, file: self.file) }

    private var summary: String {
        switch self.node {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
