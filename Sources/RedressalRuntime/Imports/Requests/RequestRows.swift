import Foundation

/// Reads a list of requests: comma- or tab-separated, or one JSON object a line.
struct RequestRows {
    private var form: Form
    private let name: String

    private enum Form {
        case delimited(DelimitedReader, ColumnMap<RequestColumn>)
        /// With whether a line's keys were checked.
        case jsonLines(JSONLinesReader, checked: Bool)
    }

    /// A column that is not imported, but shows what a form does to numbers.
    private static let postalCode = "location_zipcode"

    /// - Throws: ``ImportError`` when the file cannot be opened, is of another form or lacks a column.
    init(_ file: URL) throws(ImportError) {
        self.name = file.lastPathComponent
        switch file.pathExtension.lowercased() {
        case "csv": self.form = try Self.delimited(file, by: ",")
        case "tsv": self.form = try Self.delimited(file, by: "\t")
        case "jsonl", "ndjson": self.form = .jsonLines(try JSONLinesReader(file), checked: false)
        default:
            throw ImportError("expected a file whose name ends in .csv, .tsv or .jsonl but found '\(self.name)'")
        }
    }

    private static func delimited(_ file: URL, by delimiter: Character) throws(ImportError) -> Form {
        let reader = try DelimitedReader(file, delimiter: delimiter)
        let columns = try ColumnMap<RequestColumn>(
            reader.header.fields, line: reader.header.line, file: file.lastPathComponent)
        return .delimited(reader, columns)
    }

    /// The next row; nil at the end.
    mutating func next() throws(ImportError) -> RequestRow? {
        switch self.form {
        case .delimited(var reader, let columns):
            let record = try reader.next()
            self.form = .delimited(reader, columns)
            return record.map { Self.row($0, columns) }
        case .jsonLines(var reader, var checked):
            let line = try reader.next()
            if !checked, let line, case .success(let values) = line.values {
                try self.checkKeys(of: values, line: line.number)
                checked = true
            }
            self.form = .jsonLines(reader, checked: checked)
            return line.map(Self.row)
        }
    }

    private static func row(_ record: DelimitedRecord, _ columns: ColumnMap<RequestColumn>) -> RequestRow {
        let values = RequestColumn.allCases.map { ($0, columns.text($0, of: record)) }
        return RequestRow(
            line: record.line, label: columns.text(.id, of: record),
            values: record.defect.map { .failure($0) } ?? .success(Dictionary(uniqueKeysWithValues: values)),
            hasNumericPostalCode: false)
    }

    private static func row(_ line: JSONLinesReader.Line) -> RequestRow {
        let fields = (try? line.values.get()) ?? [:]
        func text(_ column: RequestColumn) -> String { fields[column.rawValue]?.field.trimmed ?? "" }
        let isNumeric = if case .integer = fields[Self.postalCode] { true } else { false }
        return RequestRow(
            line: line.number, label: text(.id),
            values: line.values.map { _ in
                Dictionary(uniqueKeysWithValues: RequestColumn.allCases.map { ($0, text($0)) })
            },
            hasNumericPostalCode: isNumeric)
    }

    private func checkKeys(of values: [String: JSONScalar], line: Int) throws(ImportError) {
        let missing = RequestColumn.allCases.filter { values[$0.rawValue] == nil }.map { "'\($0.rawValue)'" }
        guard missing.isEmpty else {
            let found = FoundNames(values.keys.sorted(), known: RequestColumn.allCases.map(\.rawValue))
            throw ImportError(
                "expected key\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", ")) in the object "
                    + "on line \(line) of '\(self.name)' but found \(found)")
        }
    }
}
