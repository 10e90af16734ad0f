import Foundation

/// Imports ServiceNow's incident event log: one command a row, in the order of the file.
///
/// docs/imports.md has the mapping and what is assumed.
package struct IncidentImport: ImportSource {
    private let file: URL

    package init(_ file: URL) { self.file = file }

    package var notes: [String] { ["sys_updated_at is read day first and as UTC: the log prints no zone"] }

    package func makeReader() throws(ImportError) -> any ImportReader { try IncidentReader(self.file) }
}
