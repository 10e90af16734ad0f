extension BinaryArray {
    /// Reads an array of one dimension, or of none, which has no elements.
    ///
    /// - Returns: Nil for other arrays, for nulls, and for what is no array.
    static func elements<Element: PostgresBinaryDecodable>(of bytes: UnsafeBufferPointer<UInt8>) -> [Element]? {
        // Dimensions, whether there are nulls, the elements' type; then the dimension's length and lower bound.
        guard let dimensions = self.number(bytes, at: 0) else { return nil }
        if dimensions == 0 { return bytes.count == 12 ? [] : nil }
        guard dimensions == 1, let count = self.number(bytes, at: 12), count >= 0 else { return nil }
        var place = 20
        var elements: [Element] = []
        elements.reserveCapacity(min(count, bytes.count / 4))
        for _ in 0..<count {
            guard let length = self.number(bytes, at: place), length >= 0, place + 4 + length <= bytes.count,
                let element = Element(
                    postgresBinary: UnsafeBufferPointer(rebasing: bytes[(place + 4)..<(place + 4 + length)]))
            else { return nil }
            elements.append(element)
            place += 4 + length
        }
        return place == bytes.count ? elements : nil
    }

    /// The whole number of four bytes at a place; nil beyond the end.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        return Int(bytes[place..<(place + 4)].reduce(Int32(0)) { $0 << 8 | Int32($1) })
    }
}
