/// One record of a delimited file: its fields, where it begins, and what is wrong with it.
package struct DelimitedRecord: Hashable, Sendable {
    /// The line of the file that it begins on, from 1; quoted fields may hold further lines.
    package let line: Int
    /// Why it must not be used; its fields are then a best guess.
    package private(set) var defect: RowDefect?
    /// The bytes of all fields without delimiters and quotes, and where each field ends in them.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(line: Int) { self.line = line }

    package var count: Int { self.ends.count }

    /// The bytes taken in so far.
    var size: Int { self.bytes.count }

    /// Whether it is an empty line.
    var isBlank: Bool { self.bytes.isEmpty && self.ends.count == 1 }

    /// A field's text; empty when the record is too short to have it.
    package subscript(_ index: Int) -> String {
        guard index < self.ends.count else { return "" }
        let start = index == 0 ? 0 : self.ends[index - 1]
        return String(decoding: self.bytes[start..<self.ends[index]], as: UTF8.self)
    }

    package var fields: [String] { self.ends.indices.map { self[$0] } }

    mutating func append(_ byte: UInt8) { self.bytes.append(byte) }

    mutating func endField() { self.ends.append(self.bytes.count) }

    /// Drops the carriage return of a line that ends in CR LF.
    mutating func dropCarriageReturn() {
        if self.bytes.count > self.ends.last ?? 0, self.bytes.last == UInt8(ascii: "\r") { self.bytes.removeLast() }
    }

    /// Notes what is wrong; the first defect counts.
    mutating func note(_ defect: RowDefect) { self.defect = self.defect ?? defect }
}
