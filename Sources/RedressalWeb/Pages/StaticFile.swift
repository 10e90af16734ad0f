import Crypto
import Foundation
import Redressal

/// A style sheet, a script or a picture that pages use.
struct StaticFile: Sendable {
    let name: String
    let bytes: [UInt8]
    let mediaType: String
    /// The beginning of the SHA-256 of its bytes: in its address, so that browsers may keep it for ever.
    let version: String

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// - Throws: ``PageError`` for a kind of file that pages do not use; what keeps it from being read.
    init(_ file: URL) throws {
        guard let mediaType = Self.mediaTypes[file.pathExtension] else {
            let kinds = Self.mediaTypes.keys.sorted().joined(separator: ", ")
            throw PageError("expected only files of the kinds \(kinds) but found '\(file.lastPathComponent)'")
        }
        let bytes = Array(try Data(contentsOf: file))
        self.name = file.lastPathComponent
        self.bytes = bytes
        self.mediaType = mediaType
        self.version = Hex.encode(Array(SHA256.hash(data: bytes).prefix(6)))
    }

    /// Where browsers find it.
    var path: String { "/static/\(self.version)/\(self.name)" }
}
