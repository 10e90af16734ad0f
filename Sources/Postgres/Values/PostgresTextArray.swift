/// A `text[]`, its elements in a row whatever its dimensions are; nil for nulls.
package struct PostgresTextArray: PostgresBinaryDecodable, Equatable {
    package let elements: [String?]

    package init?(postgresBinary bytes: UnsafeBufferPointer<UInt8>) {
        guard let elements: [String?] = BinaryArray.elements(of: bytes) else { return nil }
        self.elements = elements
    }
}
