extension JSONScanner {
    /// Cuts a string off, up to its closing quotation mark.
    mutating func string() -> Bool {
        let start = self.index + 1
        var hasEscapes = false
        self.index = start
        while self.index < self.bytes.count {
            switch self.bytes[self.index] {
            case UInt8(ascii: "\""):
                self.add(hasEscapes ? .escapedText : .text, from: start, to: self.index)
                self.index += 1
                return true
            case UInt8(ascii: "\\"):
                hasEscapes = true
                guard self.escape() else { return false }
            case 0x00..<0x20:
                return false
            case 0x80...:
                self.isASCII = false
                self.index += 1
            default:
                self.index += 1
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        self.index += 1
        guard self.index < self.bytes.count else { return false }
        let kind = self.bytes[self.index]
        self.index += 1
        guard kind == UInt8(ascii: "u") else { return JSONEscapes.meaning(of: kind) != nil }
        return JSONEscapes.scalar(in: self.bytes[...], at: &self.index) != nil
    }

    mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) -> Bool {
        let end = self.index + word.utf8CodeUnitCount
        guard end <= self.bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where self.bytes[self.index + offset] != word.utf8Start[offset] {
            return false
        }
        self.add(kind, from: self.index, to: end)
        self.index = end
        return true
    }

    /// A number without an exponent, of few digits, and with a fraction only where it is one.
    mutating func number() -> Bool {
        let start = self.index
        if self.bytes[self.index] == UInt8(ascii: "-") { self.index += 1 }
        let first = self.index
        var digits = self.digits()
        guard digits > 0, digits == 1 || self.bytes[first] != UInt8(ascii: "0") else { return false }
        var kind = JSONNode.Kind.integer
        if self.index < self.bytes.count, self.bytes[self.index] == UInt8(ascii: ".") {
            self.index += 1
            let fraction = self.digits()
            guard fraction > 0, self.bytes[self.index - 1] != UInt8(ascii: "0") else { return false }
            digits += fraction
            kind = .decimal
        } else if first > start, self.bytes[first] == UInt8(ascii: "0") {
            return false
        }
        guard digits <= Self.mostDigits, !self.goesOn else { return false }
        self.add(kind, from: start, to: self.index)
        return true
    }

    private mutating func digits() -> Int {
        let start = self.index
        while self.index < self.bytes.count, self.bytes[self.index] &- UInt8(ascii: "0") < 10 { self.index += 1 }
        return self.index - start
    }

    /// Whether a number goes on with what is not plain.
    private var goesOn: Bool {
        guard self.index < self.bytes.count else { return false }
        return [UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")]
            .contains(self.bytes[self.index])
    }

    private mutating func add(_ kind: JSONNode.Kind, from start: Int, to end: Int) {
        self.nodes.append(
            JSONNode(kind: kind, start: Int32(start), end: Int32(end), next: Int32(self.nodes.count + 1)))
    }
}
