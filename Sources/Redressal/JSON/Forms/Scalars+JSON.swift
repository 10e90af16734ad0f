extension String: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self = try json.text }
    func write(to json: inout JSONWriter) { json.quote(self) }
}

extension Bool: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self = try json.flag }
    func write(to json: inout JSONWriter) { json.put(self) }
}

extension Int: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self = try json.integer }
    func write(to json: inout JSONWriter) { json.put(self) }
}

extension Int64: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) { self = Int64(try json.integer) }
    func write(to json: inout JSONWriter) { json.put(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to json: inout JSONWriter) throws { try json.elements(self) }
}

extension Array: JSONForm where Element: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        let elements = try json.elements
        self = []
        self.reserveCapacity(elements.count)
        for element in elements { self.append(try Element(element)) }
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    func write(to json: inout JSONWriter) throws { try json.members(self) }
}

extension Dictionary: JSONForm where Key == String, Value: JSONForm {
    init(_ json: JSONValue) throws(JSONMismatch) {
        let members = try json.members
        self = [:]
        self.reserveCapacity(members.count)
        for (key, value) in members { self[key] = try Value(value) }
    }
}

/// The names of a closed set.
extension JSONForm where Self: RawRepresentable, RawValue == String {
    init(_ json: JSONValue) throws(JSONMismatch) {
        guard let value = Self(rawValue: try json.text) else { throw JSONMismatch() }
        self = value
    }

    func write(to json: inout JSONWriter) { json.quote(self.rawValue) }
}

/// What stands in the log as its text.
extension JSONForm where Self: LosslessStringConvertible {
    init(_ json: JSONValue) throws(JSONMismatch) {
        guard let value = Self(try json.text) else { throw JSONMismatch() }
        self = value
    }

    func write(to json: inout JSONWriter) { json.quote(self.description) }
}

extension ClockName: JSONForm {}
extension TimerFact.Kind: JSONForm {}
extension SkippedStep.Reason: JSONForm {}
extension ClockMoved.Reason: JSONForm {}
extension ClockResumed.Reason: JSONForm {}
extension CaseEvent.Kind: JSONForm {}
extension Outcome.Status: JSONForm {}
extension Rejection.Code: JSONForm {}
