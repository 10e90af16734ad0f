import Foundation

/// A file whose text becomes a field's value.
struct FieldFile {
    private let path: String
    private let name: String

    /// - Parameter name: The field, for messages.
    init(_ path: String, of name: String) {
        self.path = path
        self.name = name
    }

    /// - Throws: ``CommandFailure`` that says what stands in the way.
    func text() throws -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder) else {
            throw self.failure("there is no '\(self.path)'")
        }
        guard !isFolder.boolValue else { throw self.failure("'\(self.path)' is a folder") }
        guard let data = FileManager.default.contents(atPath: self.path) else {
            throw self.failure("'\(self.path)' may not be read")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw self.failure("'\(self.path)' is not UTF-8 text")
        }
        return text
    }

    private func failure(_ found: String) -> CommandFailure {
        CommandFailure(.refused, "expected a text file for '\(self.name)' but \(found)")
    }
}
