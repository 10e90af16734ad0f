import Foundation

/// The repository's files that other programs read, found from this file's own place.
enum GoldenFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// The bytes of a golden file, without the line end that editors want.
    static func golden(_ name: String) throws -> [UInt8] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        var bytes = Array(try Data(contentsOf: url))
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    static func goldenNames() throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        return Set(try FileManager.default.contentsOfDirectory(atPath: folder.path()))
    }

    static func schema(_ name: String) throws -> Data {
        try Data(contentsOf: self.root.appending(path: "schemas/\(name).schema.json"))
    }

    static func schemaNames() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: self.root.appending(path: "schemas/events").path()))
    }
}
