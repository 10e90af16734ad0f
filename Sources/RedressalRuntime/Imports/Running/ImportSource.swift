/// A file of cases to import.
package protocol ImportSource: Sendable {
    /// What whoever runs the import should know about how the file was read.
    var notes: [String] { get }

    /// Begins to read the file from its start.
    ///
    /// - Throws: ``ImportError`` when the file is not what it should be.
    func makeReader() throws(ImportError) -> any ImportReader
}

/// Goes through a file of cases once, with one case in memory at a time.
package protocol ImportReader {
    /// The next case; nil at the end of the file.
    ///
    /// - Throws: ``ImportError`` when the file as a whole cannot be imported.
    mutating func next() throws(ImportError) -> ImportedCase?
}
