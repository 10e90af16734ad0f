import Foundation
import Redressal

/// The parts of a form as browsers send them when it may hold files (RFC 7578, RFC 2046 §5.1.1).
struct MultipartForm {
    /// The longest head of a part, in bytes.
    private static let longestHead = 4096
    /// The most parts of a form.
    private static let mostParts = 96

    /// What was filled in under one name.
    struct Part {
        let name: String
        /// Whether it is a file; its name is not kept, for people call files what they show.
        let isFile: Bool
        let content: Data
    }

    let parts: [Part]

    /// - Parameter type: The content type, with the boundary.
    /// - Throws: ``Problem`` `malformed` for a form that breaks off.
    init(_ body: [UInt8], _ type: HeaderParameters) throws(Problem) {
        guard let boundary = type["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw .malformed("expected a boundary of 1 to 70 characters in Content-Type but found another or none")
        }
        self.parts = try Self.parts(of: Data(body), boundary)
    }

    /// The content of the one part that is a file.
    ///
    /// - Throws: ``Problem`` `malformed` for a form without a file, or with several.
    var onlyFile: [UInt8] {
        get throws(Problem) {
            let files = self.parts.filter(\.isFile)
            guard files.count == 1 else {
                throw .malformed("expected one file in the form but found \(files.count)")
            }
            return Array(files[0].content)
        }
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
            parts.append(Self.part(body[place..<lines.lowerBound], body[lines.upperBound..<end.lowerBound]))
            place = end.upperBound
        }
        return parts
    }

    private static func part(_ head: Data, _ content: Data) -> Part {
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == "content-disposition" else { continue }
            let disposition = HeaderParameters(pair[1])
            let isFile = (disposition["filename"] ?? disposition["filename*"]) != nil
            return Part(
                name: disposition["name"] ?? "", isFile: isFile && disposition.value == "form-data", content: content)
        }
        return Part(name: "", isFile: false, content: content)
    }
}
