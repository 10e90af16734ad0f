import Foundation
import Redressal

/// The file in a form as browsers send it (RFC 7578, RFC 2046 §5.1.1).
enum MultipartForm {
    /// The longest head of a part, in bytes.
    private static let longestHead = 4096
    /// The most parts of a form.
    private static let mostParts = 16

    /// The content of the one part that is a file; its name is not looked at, for people call files what they show.
    ///
    /// - Parameter type: The content type, with the boundary.
    /// - Throws: ``Problem`` `malformed` for a form that breaks off, or has no file or several.
    static func file(in body: [UInt8], _ type: HeaderParameters) throws(Problem) -> [UInt8] {
        guard let boundary = type["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw .malformed("expected a boundary of 1 to 70 characters in Content-Type but found another or none")
        }
        let files = try self.parts(of: Data(body), boundary).filter(\.isFile)
        guard files.count == 1 else {
            throw .malformed("expected one file in the form but found \(files.count)")
        }
        return Array(files[0].content)
    }

    private struct Part {
        let isFile: Bool
        let content: Data
    }

    private static func parts(of body: Data, _ boundary: String) throws(Problem) -> [Part] {
        let broken = Problem.malformed("expected a whole form but it breaks off, or its boundary is another")
        let delimiter = Data("\r\n--\(boundary)".utf8)
        var place = delimiter.count - 2
        if !body.starts(with: delimiter.dropFirst(2)) {
            guard let first = body.range(of: delimiter) else { throw broken }
            place = first.upperBound
        }
        var parts: [Part] = []
        while !body[place...].starts(with: Data("--".utf8)) {
            let head = place..<min(body.count, place + Self.longestHead)
            guard let lines = body.range(of: Data("\r\n\r\n".utf8), in: head), parts.count < Self.mostParts,
                let end = body.range(of: delimiter, in: lines.upperBound..<body.count)
            else { throw broken }
            let content = body[lines.upperBound..<end.lowerBound]
            parts.append(Part(isFile: Self.isFile(body[place..<lines.lowerBound]), content: content))
            place = end.upperBound
        }
        return parts
    }

    /// Whether a part's head names a file.
    private static func isFile(_ head: Data) -> Bool {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        return lines.contains { line in
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == "content-disposition" else { return false }
            let disposition = HeaderParameters(pair[1])
            return disposition.value == "form-data" && (disposition["filename"] ?? disposition["filename*"]) != nil
        }
    }
}
