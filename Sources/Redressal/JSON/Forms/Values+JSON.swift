extension CaseID: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self.init(try json.text) }
    func write(to json: inout JSONWriter) { json.quote(self.text) }
}

extension CommandID: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self.init(try json.text) }
    func write(to json: inout JSONWriter) { json.quote(self.text) }
}

extension Instant: JSONForm {}
extension TimerID: JSONForm {}
extension EventHash: JSONForm {}

extension FieldValue: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        switch json.tape.nodes[json.node].kind {
        case .text, .escapedText: self = .string(try json.text)
        case .yes, .no: self = .boolean(try json.flag)
        case .integer: self = .integer(try json.integer)
        case .decimal: self = .decimal(try json.decimal)
        case .array: self = .list(try [FieldValue](json))
        case .object: self = .sealed(try SealedValue(json))
        case .null: throw JSONMismatch()
        }
    }

    func write(to json: inout JSONWriter) throws {
        switch self {
        case .string(let text): json.quote(text)
        case .integer(let number): json.put(number)
        case .decimal(let number): try json.put(number)
        case .boolean(let flag): json.put(flag)
        case .list(let values): try json.elements(values)
        case .sealed(let value): try value.write(to: &json)
        }
    }
}
