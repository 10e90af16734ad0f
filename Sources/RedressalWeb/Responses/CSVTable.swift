import HTTPTypes
import Hummingbird
import NIOCore

/// A table that is taken away: comma-separated values in UTF-8 (RFC 4180).
struct CSVTable: Sendable {
    private var text: String

    /// - Parameter header: What the columns are called.
    init(_ header: [String]) { self.text = Self.line(header) }

    /// Adds a line; what is nil is left empty.
    mutating func add(_ cells: [String?]) { self.text += Self.line(cells.map { $0 ?? "" }) }

    /// - Parameter name: What the file is called, of letters, digits, `-` and `.` alone.
    func response(name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"", .xContentTypeOptions: "nosniff",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: self.text)))
    }

    private static func line(_ cells: [String]) -> String { cells.map(Self.cell).joined(separator: ",") + "\r\n" }

    /// A spreadsheet takes what begins so for a formula and runs it: an apostrophe before it keeps it a text.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula ? "'\(text)" : text
        guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
