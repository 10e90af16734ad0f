import Yams

extension MappingReader {
    /// The text of a scalar; nil after a report for anything else.
    func text(_ node: Node, _ expected: String = "a text") -> String? {
        guard case .scalar(let scalar) = node, !node.isNothing else {
            self.log.error("wrong-type", "expected \(expected) but found \(node.kind)", at: node)
            return nil
        }
        return scalar.string
    }

    func text(_ key: String) -> String? { self.node(key).flatMap { self.text($0) } }

    /// A value with a text form, such as a span.
    func value<Value: LosslessStringConvertible>(_ node: Node, _ expected: String) -> Value? {
        guard let text = self.text(node, expected) else { return nil }
        guard let value = Value(text) else {
            self.log.error("bad-value", "expected \(expected) but found '\(text)'", at: node)
            return nil
        }
        return value
    }

    func span(_ node: Node) -> TimeSpan? { self.value(node, "a span such as 30m, 4h, 3d, 4bh or 5bd") }

    func positive(_ key: String) -> Int? {
        guard let node = self.node(key), let number: Int = self.value(node, "a whole number") else { return nil }
        guard number > 0 else {
            self.log.error("bad-value", "expected a number above zero but found '\(number)'", at: node)
            return nil
        }
        return number
    }

    /// Only `true` and `false` without quotation marks; `yes` and `on` are texts.
    func flag(_ key: String) -> Bool {
        guard let node = self.node(key) else { return false }
        if case .scalar(let scalar) = node, scalar.style == .plain, let flag = Bool(scalar.string) { return flag }
        self.log.error("wrong-type", "expected true or false but found \(node.kind)", at: node)
        return false
    }

    /// One of the values of an enumeration by raw value.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice? where Choice.RawValue == String {
        guard let node = self.node(key), let text = self.text(node) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        self.log.error(
            "bad-value",
            "expected \(names.joined(separator: ", ")) but found '\(text)'\(Suggestion.text(text, names))", at: node)
        return nil
    }

    /// The items of a list, or one item that stands alone.
    func items(_ key: String) -> [Node] { self.node(key).map { self.items($0, path: self.path(key)) } ?? [] }

    /// The items of a list, or one item that stands alone; each gets the path of its index.
    func items(_ node: Node, path: String) -> [Node] {
        let items: [Node]
        switch node {
        case .sequence(let sequence): items = Array(sequence)
        case .scalar, .mapping, .alias: items = [node]
        }
        for (index, item) in items.enumerated() { self.log.place("\(path).\(index)", at: item) }
        return items
    }

    /// Texts in a list, each once.
    func texts(_ key: String) -> [(text: String, node: Node)] {
        var seen: Set<String> = []
        return self.items(key).compactMap { node in
            guard let text = self.text(node) else { return nil }
            guard seen.insert(text).inserted else {
                self.log.error("duplicate-name", "expected each of \(key) once but found '\(text)' again", at: node)
                return nil
            }
            return (text, node)
        }
    }

    /// Lower-case identifiers in a list, each once.
    func names(_ key: String) -> [String] {
        self.texts(key).filter { self.isName($0.text, at: $0.node) }.map(\.text)
    }

    /// Reports a name that is not in lower case with underscores, or that means something else.
    func isName(_ text: String, at node: Node, reserved: [String] = []) -> Bool {
        guard Identifier.isLowerCase(text) else {
            self.log.error(
                "bad-name", "expected a name in lower case such as in_progress but found '\(text)'", at: node)
            return false
        }
        guard !reserved.contains(text) else {
            self.log.error("bad-name", "expected another name than '\(text)', which has a meaning of its own", at: node)
            return false
        }
        return true
    }

    /// Reports a name that is not among those declared.
    func isKnown(_ text: String, _ what: String, _ names: some Sequence<String>, at node: Node) -> Bool {
        guard !names.contains(text) else { return true }
        self.log.error(
            "unknown-\(what)", "expected a declared \(what) but found '\(text)'\(Suggestion.text(text, names))",
            at: node)
        return false
    }

    /// Percentages in rising order; nil when the key is missing.
    func percents(_ key: String) -> [Percent]? {
        guard self.node(key) != nil else { return nil }
        let percents = self.items(key).compactMap { node -> Percent? in
            self.value(node, "a percentage from 1% to 100%")
        }
        return Set(percents).sorted()
    }
}
