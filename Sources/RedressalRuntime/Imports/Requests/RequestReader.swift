import Foundation
import Redressal

/// Makes a case of every row of a list of requests.
struct RequestReader: ImportReader {
    private var rows: RequestRows
    private let order: DateOrder
    private let zone: CalendarZone
    private let asOf: Instant
    /// Where each request was seen, and a digest of what the row said.
    private var seen: [String: (line: Int, digest: Int)] = [:]

    init(_ file: URL, order: DateOrder, zone: CalendarZone, asOf: Instant) throws(ImportError) {
        self.rows = try RequestRows(file)
        self.order = order
        self.zone = zone
        self.asOf = asOf
    }

    mutating func next() throws(ImportError) -> ImportedCase? {
        guard let row = try self.rows.next() else { return nil }
        do throws(RowDefect) {
            let values = try row.values.get()
            try self.checkNew(row, values)
            let request = try RequestCase(row.label, line: row.line, values, self.order, self.zone)
            return ImportedCase(row.label, steps: request.steps(asOf: self.asOf), rejected: [])
        } catch {
            let rejection = ImportRejection(line: row.line, case: row.label, reason: error.reason)
            return ImportedCase(row.label, steps: [], rejected: [rejection])
        }
    }

    private mutating func checkNew(_ row: RequestRow, _ values: [RequestColumn: String]) throws(RowDefect) {
        guard !row.label.isEmpty else {
            throw RowDefect("expected the request's number in 'case_enquiry_id' but it is empty")
        }
        let digest = values.hashValue
        guard let first = self.seen.updateValue((row.line, digest), forKey: row.label) else { return }
        self.seen[row.label] = first
        throw RowDefect(
            first.digest == digest
                ? "expected each request once but this row repeats line \(first.line): it is imported once"
                : "expected each request once but line \(first.line) tells otherwise of it: the first row is imported")
    }
}
