import HTTPTypes
import Hummingbird
import Redressal

extension Request {
    /// How many times the longest file all files of one form may be together.
    private static let filesAtOnce = 3

    /// Reads the body as a form without files.
    ///
    /// - Throws: ``Problem`` for another content type, a body too long, or bytes that are no form; ``BrokenBody``.
    func form() async throws -> FormBody {
        guard HeaderParameters(self.headers[.contentType] ?? "").value == "application/x-www-form-urlencoded" else {
            throw Problem(
                .unsupportedMediaType, "not_a_form",
                "expected a form with Content-Type: application/x-www-form-urlencoded but found another or none")
        }
        guard let text = String(validating: try await self.wholeBody(), as: UTF8.self) else {
            throw Problem.malformed("expected a form in UTF-8 but found other bytes")
        }
        return try FormBody(text)
    }

    /// Reads the body as a form which may bring files, and has them kept.
    ///
    /// - Parameters:
    ///   - door: Where files are kept; nil takes none.
    ///   - account: Whose files they are, by what else the form holds.
    /// - Throws: ``Problem`` as ``form()``; ``BrokenBody``; ``ViewsUnavailable`` when files cannot be kept now.
    func form(keepingFilesAt door: AttachmentDoor?, from account: (FormBody) throws -> String) async throws -> FormBody
    {
        let type = HeaderParameters(self.headers[.contentType] ?? "")
        guard let door, type.value == "multipart/form-data" else { return try await self.form() }
        let longest = Self.filesAtOnce * door.longest + Self.longestBody
        let tooLong = Problem(
            .contentTooLarge, "files_too_large",
            "expected a form with files of at most \(longest) bytes together but it is longer")
        var taken = 0
        defer { door.room.free(taken) }
        let bytes = try await self.bytes(atMost: longest, else: tooLong) { count in
            try door.room.take(count)
            taken += count
        }
        var body = try FormBody(try MultipartForm(bytes, type))
        try await body.keepFiles(at: door.desk, from: try account(body))
        return body
    }
}
