import Foundation

/// Reads a file with one JSON object a line, in bounded memory.
struct JSONLinesReader {
    /// The largest line, in bytes.
    static let largestLine = DelimitedReader.largestRecord

    private var bytes: ByteReader
    private var position = TextPosition()
    private let decoder = JSONDecoder()

    /// One line: its values, or why it has none.
    struct Line {
        /// From 1.
        let number: Int
        let values: Result<[String: JSONScalar], RowDefect>
    }

    init(_ file: URL) throws(ImportError) { self.bytes = try ByteReader(file) }

    /// The next line that is not empty; nil at the end.
    ///
    /// - Throws: ``ImportError`` when the file cannot be read on or a line does not end.
    mutating func next() throws(ImportError) -> Line? {
        var text: [UInt8] = []
        var defect: RowDefect?
        while let byte = try self.bytes.next() {
            if let found = self.position.advance(over: byte) { defect = defect ?? found }
            guard byte == UInt8(ascii: "\n") else {
                text.append(byte)
                guard text.count <= Self.largestLine else { throw self.endless }
                continue
            }
            let number = self.position.line
            self.position.startLine()
            if !self.isBlank(text) { return self.line(number, text, defect) }
            text = []
            defect = nil
        }
        return self.isBlank(text) ? nil : self.line(self.position.line, text, defect ?? self.position.end())
    }

    private func isBlank(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }

    private func line(_ number: Int, _ text: [UInt8], _ defect: RowDefect?) -> Line {
        if let defect { return Line(number: number, values: .failure(defect)) }
        do {
            let values = try self.decoder.decode([String: JSONScalar].self, from: Data(text))
            return Line(number: number, values: .success(values))
        } catch {
            return Line(number: number, values: .failure(RowDefect("expected one JSON object a line but this is none")))
        }
    }

    private var endless: ImportError {
        ImportError(
            "expected line \(self.position.line) of '\(self.bytes.name)' to end within \(Self.largestLine) "
                + "bytes but it does not"
        )
    }
}
