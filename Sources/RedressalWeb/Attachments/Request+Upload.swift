import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

extension Request {
    /// How much longer than its file a form may be, in bytes.
    private static let formRoom = 16 << 10

    /// The file that a body brings: all of it, or the one file of a form.
    ///
    /// - Parameters:
    ///   - longest: The longest file taken, in bytes.
    ///   - room: Where it is while it comes in.
    /// - Throws: ``Problem``; ``BrokenBody``.
    func file(atMost longest: Int, in room: UploadRoom) async throws -> [UInt8] {
        let type = HeaderParameters(self.headers[.contentType] ?? "")
        let isForm = type.value == "multipart/form-data"
        guard type.value != "application/x-www-form-urlencoded" else {
            throw Problem(
                .unsupportedMediaType, "not_a_file",
                "expected a file as the body, or a form of type multipart/form-data, but found another form")
        }
        var taken = 0
        defer { room.free(taken) }
        let tooLong = Problem(
            .contentTooLarge, "body_too_large", "expected a file of at most \(longest) bytes but it is longer")
        let body = try await self.bytes(atMost: isForm ? longest + Self.formRoom : longest, else: tooLong) { count in
            try room.take(count)
            taken += count
        }
        let file = isForm ? try MultipartForm(body, type).onlyFile : body
        guard file.count <= longest else { throw tooLong }
        return file
    }
}
