extension BinaryArray {
    /// The most dimensions that the server makes (MAXDIM).
    private static let mostDimensions = 6

    /// Reads an array, its elements in a row whatever its dimensions are.
    ///
    /// - Returns: Nil for what is no array; nil for each null among the elements.
    static func elements<Element: PostgresBinaryDecodable>(of bytes: UnsafeBufferPointer<UInt8>) -> [Element?]? {
        // Dimensions, whether there are nulls, the elements' type; then each dimension's length and lower bound.
        guard let dimensions = self.number(bytes, at: 0), 0...self.mostDimensions ~= dimensions else { return nil }
        var count = dimensions == 0 ? 0 : 1
        for dimension in 0..<dimensions {
            guard let length = self.number(bytes, at: 12 + 8 * dimension), length >= 0 else { return nil }
            // Every element has at least its length: more of them than that cannot be there.
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
            guard !isTooLarge, product <= bytes.count / 4 else { return nil }
            count = product
        }
        var place = 12 + 8 * dimensions
        var elements: [Element?] = []
        elements.reserveCapacity(count)
        for _ in 0..<count {
            guard let length = self.number(bytes, at: place) else { return nil }
            place += 4
            guard length >= 0 else {
                elements.append(nil)
                continue
            }
            guard place + length <= bytes.count,
                let element = Element(postgresBinary: UnsafeBufferPointer(rebasing: bytes[place..<(place + length)]))
            else { return nil }
            elements.append(element)
            place += length
        }
        return place == bytes.count ? elements : nil
    }

    /// The whole number of four bytes at a place; nil beyond the end.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        return Int(bytes[place..<(place + 4)].reduce(Int32(0)) { $0 << 8 | Int32($1) })
    }
}
