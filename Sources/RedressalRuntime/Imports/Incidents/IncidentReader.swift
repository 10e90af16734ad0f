import Foundation
import Redressal

/// Puts the rows of the incident log together into cases.
struct IncidentReader: ImportReader {
    private let name: String
    private let columns: ColumnMap<IncidentColumn>
    private var records: DelimitedReader
    /// The case that rows are being added to.
    private var current: IncidentCase?
    /// Rows of a case not begun yet that could not be read.
    private var unread: (number: String, rows: Int) = ("", 0)
    /// Rows that could not be read before the first case began.
    private var early: [ImportRejection] = []
    /// The cases seen so far; what the file has of one case must stand together.
    private var seen: Set<String> = []

    init(_ file: URL) throws(ImportError) {
        self.name = file.lastPathComponent
        self.records = try DelimitedReader(file, delimiter: ",")
        self.columns = try ColumnMap(
            self.records.header.fields, line: self.records.header.line, file: self.name)
    }

    mutating func next() throws(ImportError) -> ImportedCase? {
        while let record = try self.records.next() {
            let number = self.columns.text(.number, of: record)
            if number == self.current?.number {
                self.current?.add(record, self.columns)
            } else if let defect = record.defect ?? Self.defect(ofNumber: number) {
                // A row that cannot be read begins no case: its number may be damaged too.
                self.setAside(record.line, number, defect)
            } else {
                let finished = self.current?.finished()
                try self.begin(number, with: record)
                if let finished { return finished }
            }
        }
        defer { self.current = nil }
        if let last = self.current { return last.finishedAtEndOfFile() }
        defer { self.early = [] }
        return self.early.isEmpty ? nil : ImportedCase("", steps: [], rejected: self.early)
    }

    private mutating func begin(_ number: String, with record: DelimitedRecord) throws(ImportError) {
        guard self.seen.insert(number).inserted else {
            throw ImportError(
                "expected all rows of case \(number.quoted) to stand together in '\(self.name)' but line "
                    + "\(record.line) goes on with "
                    + "it after rows of other cases: sort the file by case, rows in the order they happened")
        }
        var begun = IncidentCase(
            number, line: record.line, skipped: self.unread.number == number ? self.unread.rows : 0)
        self.unread = ("", 0)
        for rejection in self.early { begun.reject(rejection.line, as: rejection.case, RowDefect(rejection.reason)) }
        self.early = []
        begun.add(record, self.columns)
        self.current = begun
    }

    private mutating func setAside(_ line: Int, _ number: String, _ defect: RowDefect) {
        self.unread = (number, self.unread.number == number ? self.unread.rows + 1 : 1)
        if self.current == nil {
            self.early.append(ImportRejection(line: line, case: number, reason: defect.reason))
        } else {
            self.current?.reject(line, as: number, defect)
        }
    }

    private static func defect(ofNumber number: String) -> RowDefect? {
        number.isEmpty || number == IncidentRow.unknown
            ? RowDefect("expected the case's number in 'number' but it is empty") : nil
    }
}
