/// Takes the text of an instant apart, from left to right.
struct InstantReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { self.rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { self.rest.isEmpty }

    /// A number of exactly so many digits.
    mutating func number(_ digits: Int) -> Int? {
        guard self.rest.count >= digits else { return nil }
        var number = 0
        for byte in self.rest.prefix(digits) {
            guard let digit = Self.digit(byte) else { return nil }
            number = number * 10 + digit
        }
        self.rest = self.rest.dropFirst(digits)
        return number
    }

    /// Passes a character; false when another one stands there.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard self.rest.first == UInt8(ascii: character) else { return false }
        self.rest = self.rest.dropFirst()
        return true
    }

    /// Milliseconds of a fraction of one to nine digits; zero where there is none.
    mutating func fraction() -> Int? {
        guard self.skip(".") else { return 0 }
        let digits = self.rest.prefix { Self.digit($0) != nil }
        guard (1...9).contains(digits.count) else { return nil }
        self.rest = self.rest.dropFirst(digits.count)
        let places = (digits.map { Self.digit($0) ?? 0 } + [0, 0]).prefix(3)
        return places.reduce(0) { $0 * 10 + $1 }
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int? {
        if self.skip("Z") { return 0 }
        let sign = self.skip("+") ? 1 : self.skip("-") ? -1 : 0
        guard sign != 0, let hours = self.number(2), hours < 24 else { return nil }
        if self.isAtEnd { return sign * hours * 60 }
        _ = self.skip(":")
        guard let minutes = self.number(2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}
