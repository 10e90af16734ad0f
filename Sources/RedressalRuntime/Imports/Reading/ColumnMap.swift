/// Where the columns that an import needs stand in a file.
struct ColumnMap<Column: Sendable>: Sendable
where Column: CaseIterable & Hashable & RawRepresentable, Column.RawValue == String {
    private let indices: [Column: Int]

    /// Finds the columns by the names in a header.
    ///
    /// - Throws: ``ImportError`` that names every missing column and where they were looked for.
    init(_ header: [String], line: Int, file: String) throws(ImportError) {
        var indices: [Column: Int] = [:]
        for (index, name) in header.enumerated() {
            let name = name.trimmed
            guard let column = Column(rawValue: name) else { continue }
            guard indices.updateValue(index, forKey: column) == nil else {
                throw ImportError(
                    "expected one column '\(name)' on line \(line) of '\(file)' but it stands there twice")
            }
        }
        let missing = Column.allCases.filter { indices[$0] == nil }.map { "'\($0.rawValue)'" }
        guard missing.isEmpty else {
            let found = FoundNames(header.map(\.trimmed), known: Column.allCases.map(\.rawValue))
            let hint = found.areNames ? "" : ": does it begin with a header, and do commas or tabs separate its fields?"
            throw ImportError(
                "expected column\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", ")) in the "
                    + "header on line \(line) of '\(file)' but found \(found)\(hint)")
        }
        self.indices = indices
    }

    /// The text of a record's column, without blanks around it.
    func text(_ column: Column, of record: DelimitedRecord) -> String {
        self.indices[column].map { record[$0].trimmed } ?? ""
    }
}

extension String {
    /// The text without white space and control characters of lines around it.
    var trimmed: String {
        guard let first = self.unicodeScalars.first, let last = self.unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return self }
        let scalars = self.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }
}
