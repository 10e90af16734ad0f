/// One value of a ``JSONTape``.
struct JSONValue {
    let tape: JSONTape
    let node: Int

    private var kind: JSONNode.Kind { self.tape.nodes[self.node].kind }

    /// The text of a string.
    var text: String {
        get throws(JSONMismatch) {
            guard self.kind == .text || self.kind == .escapedText else { throw JSONMismatch() }
            return self.tape.text(of: self.tape.nodes[self.node])
        }
    }

    var flag: Bool {
        get throws(JSONMismatch) {
            switch self.kind {
            case .yes: true
            case .no: false
            default: throw JSONMismatch()
            }
        }
    }

    var integer: Int {
        get throws(JSONMismatch) {
            guard self.kind == .integer else { throw JSONMismatch() }
            return self.tape.integer(of: self.tape.nodes[self.node])
        }
    }

    /// A number with a fraction or without one.
    var decimal: Double {
        get throws(JSONMismatch) {
            guard self.kind == .decimal || self.kind == .integer else { throw JSONMismatch() }
            return self.tape.decimal(of: self.tape.nodes[self.node])
        }
    }

    /// The elements of an array.
    var elements: [JSONValue] {
        get throws(JSONMismatch) {
            guard self.kind == .array else { throw JSONMismatch() }
            var node = self.node + 1
            return (0..<self.tape.nodes[self.node].count).map { _ in
                defer { node = Int(self.tape.nodes[node].next) }
                return JSONValue(tape: self.tape, node: node)
            }
        }
    }

    /// The members of an object, each with its key.
    var members: [(key: String, value: JSONValue)] {
        get throws(JSONMismatch) {
            guard self.kind == .object else { throw JSONMismatch() }
            var node = self.node + 1
            return (0..<self.tape.nodes[self.node].count).map { _ in
                defer { node = Int(self.tape.nodes[node + 1].next) }
                return (self.tape.text(of: self.tape.nodes[node]), JSONValue(tape: self.tape, node: node + 1))
            }
        }
    }

    // MARK: Members

    /// The value of a member that must be there.
    func get<Value: JSONForm>(_ key: StaticString) throws(JSONMismatch) -> Value {
        try Value(self.member(key))
    }

    /// The value of a member that need not be there.
    func find<Value: JSONForm>(_ key: StaticString) throws(JSONMismatch) -> Value? {
        guard let node = try self.node(of: key), self.tape.nodes[node].kind != .null else { return nil }
        return try Value(JSONValue(tape: self.tape, node: node))
    }

    func member(_ key: StaticString) throws(JSONMismatch) -> JSONValue {
        guard let node = try self.node(of: key) else { throw JSONMismatch() }
        return JSONValue(tape: self.tape, node: node)
    }

    private func node(of key: StaticString) throws(JSONMismatch) -> Int? {
        guard self.kind == .object else { throw JSONMismatch() }
        return self.tape.value(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount), in: self.node)
    }
}
