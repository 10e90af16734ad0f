import Foundation

/// Reads a comma- or tab-separated file (RFC 4180) record by record, in bounded memory.
///
/// Records with a defect are handed out as such and reading goes on. SwiftCSV 0.10 does not serve here: it wants the
/// whole text in memory, hands rows out without their lines and without a way to stop, drops blanks before fields, and
/// takes rows with too few or too many fields in silence.
package struct DelimitedReader {
    /// The largest record, in bytes; a longer one means a quote that is never closed.
    package static let largestRecord = 1 << 20

    /// The first record: the names of the columns.
    package private(set) var header = DelimitedRecord(line: 1)
    private let delimiter: UInt8
    private var bytes: ByteReader
    private var position = TextPosition()

    /// Where in a field the reader stands.
    private enum Place {
        case start
        case plain
        case quoted
        /// After a quote that ends the field, or begins a doubled quote.
        case closed
    }

    /// Opens a file and reads its header.
    ///
    /// - Throws: ``ImportError`` when it cannot be opened, is empty or has an unreadable header.
    package init(_ file: URL, delimiter: Character) throws(ImportError) {
        self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
        self.bytes = try ByteReader(file)
        guard let header = try self.record() else {
            throw ImportError("expected a header line but '\(self.bytes.name)' is empty")
        }
        if let defect = header.defect {
            throw ImportError("expected the names of columns on line \(header.line) of '\(self.bytes.name)': \(defect)")
        }
        self.header = header
    }

    /// The next record that is not an empty line; nil at the end.
    ///
    /// - Throws: ``ImportError`` when the file cannot be read on, or a quote is never closed.
    package mutating func next() throws(ImportError) -> DelimitedRecord? {
        while var record = try self.record() {
            if record.isBlank { continue }
            if record.count != self.header.count {
                record.note(RowDefect("expected \(self.header.count) fields but found \(record.count)"))
            }
            return record
        }
        return nil
    }

    private mutating func record() throws(ImportError) -> DelimitedRecord? {
        guard var byte = try self.bytes.next() else { return nil }
        var record = DelimitedRecord(line: self.position.line)
        var place = Place.start
        while true {
            if let defect = self.position.advance(over: byte) { record.note(defect) }
            if byte == UInt8(ascii: "\n") { self.position.startLine() }
            if self.take(byte, at: &place, into: &record) { return record }
            guard record.size <= Self.largestRecord else { throw self.endless(record) }
            guard let next = try self.bytes.next() else { break }
            byte = next
        }
        if place == .quoted { throw self.endless(record) }
        if let defect = self.position.end() { record.note(defect) }
        self.end(&record, at: place)
        return record
    }

    /// Takes one byte in.
    ///
    /// - Returns: Whether the record ends with it.
    private func take(_ byte: UInt8, at place: inout Place, into record: inout DelimitedRecord) -> Bool {
        switch (place, byte) {
        case (.quoted, UInt8(ascii: "\"")): place = .closed
        case (.quoted, _): record.append(byte)
        case (.closed, UInt8(ascii: "\"")):
            record.append(byte)
            place = .quoted
        case (.start, UInt8(ascii: "\"")): place = .quoted
        case (_, self.delimiter):
            record.endField()
            place = .start
        case (_, UInt8(ascii: "\n")):
            self.end(&record, at: place)
            return true
        case (.closed, UInt8(ascii: "\r")): break
        default:
            if place == .closed { record.note(self.strayText) }
            record.append(byte)
            place = .plain
        }
        return false
    }

    private func end(_ record: inout DelimitedRecord, at place: Place) {
        if place == .plain { record.dropCarriageReturn() }
        record.endField()
    }

    private var strayText: RowDefect {
        RowDefect(
            "expected the field to end after its closing quote but found more text at line \(self.position.line), "
                + "column \(self.position.column)")
    }

    private func endless(_ record: DelimitedRecord) -> ImportError {
        ImportError(
            "expected the record on line \(record.line) of '\(self.bytes.name)' to end within "
                + "\(Self.largestRecord) bytes but it does not: a quote on that line is probably never closed")
    }
}
