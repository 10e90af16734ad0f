/// Writes canonical JSON, member by member; whoever writes an object gives its keys in order.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    init() { self.bytes.reserveCapacity(1024) }

    // MARK: Containers

    mutating func open() { self.bytes.append(UInt8(ascii: "{")) }

    mutating func close() { self.bytes.append(UInt8(ascii: "}")) }

    mutating func add(_ key: StaticString, _ value: some JSONWritable) throws {
        self.begin(key)
        try value.write(to: &self)
    }

    /// Writes a member unless its value is nil.
    mutating func add(_ key: StaticString, _ value: (some JSONWritable)?) throws {
        if let value { try self.add(key, value) }
    }

    /// Writes what stands before a member's value.
    mutating func begin(_ key: StaticString) {
        self.goOn()
        self.bytes.append(UInt8(ascii: "\""))
        self.bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        self.bytes.append(UInt8(ascii: "\""))
        self.bytes.append(UInt8(ascii: ":"))
    }

    /// Writes an object whose keys are data.
    mutating func members<Value: JSONWritable>(_ members: [String: Value]) throws {
        self.open()
        // By bytes, as Foundation does: strings themselves compare by what they mean.
        for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            self.goOn()
            self.quote(key)
            self.bytes.append(UInt8(ascii: ":"))
            try value.write(to: &self)
        }
        self.close()
    }

    mutating func elements(_ elements: [some JSONWritable]) throws {
        self.bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { self.bytes.append(UInt8(ascii: ",")) }
            try element.write(to: &self)
        }
        self.bytes.append(UInt8(ascii: "]"))
    }

    /// A comma, unless the object has just begun: no value ends with an opening brace outside quotation marks.
    private mutating func goOn() {
        if self.bytes.last != UInt8(ascii: "{") { self.bytes.append(UInt8(ascii: ",")) }
    }

    // MARK: Single values

    mutating func put(_ flag: Bool) { self.word(flag ? "true" : "false") }

    mutating func put(_ number: some BinaryInteger) { self.bytes.append(contentsOf: String(number).utf8) }

    /// - Throws: `EncodingError` for what JSON has no number for.
    mutating func put(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: [], debugDescription: "expected a finite number but found \(number)"))
        }
        let text = number.description
        self.bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
    }

    /// Writes a string in quotation marks, with the escapes that JSON wants and no others (RFC 8259 §7).
    mutating func quote(_ text: String) {
        var text = text
        self.bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            if bytes.contains(where: JSONEscapes.isNeeded) {
                for byte in bytes { JSONEscapes.write(byte, to: &self.bytes) }
            } else {
                self.bytes.append(contentsOf: bytes)
            }
        }
        self.bytes.append(UInt8(ascii: "\""))
    }

    private mutating func word(_ word: StaticString) {
        self.bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
