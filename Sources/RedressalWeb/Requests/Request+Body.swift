import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

/// A body that broke off or was no HTTP; the server's own error is inside.
struct BrokenBody: Error {
    let cause: any Error
}

extension Request {
    /// The longest body taken, in bytes.
    static let longestBody = 1 << 20

    /// Reads the body as JSON.
    ///
    /// - Throws: ``Problem`` for another content type, a body too long, or text that is not JSON; ``BrokenBody``.
    func json() async throws -> JSONValue {
        // A page elsewhere can make a browser send forms and plain text here unasked, but not this.
        let type = self.headers[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type == "application/json" else {
            throw Problem(
                .unsupportedMediaType, "not_json",
                "expected a body with Content-Type: application/json but found another or none")
        }
        return try JSONValue.parse(try await self.wholeBody())
    }

    func wholeBody() async throws -> [UInt8] {
        let tooLong = Problem(
            .contentTooLarge, "body_too_large", "expected a body of at most \(Self.longestBody) bytes but it is longer")
        return try await self.bytes(atMost: Self.longestBody, else: tooLong) { _ in }
    }

    /// Reads the body.
    ///
    /// - Parameters:
    ///   - longest: The longest body taken, in bytes.
    ///   - tooLong: Thrown for a longer one, as soon as it is known to be.
    ///   - onArrival: Told how many bytes are about to be kept; what it throws ends the reading.
    /// - Throws: ``Problem``; ``BrokenBody``.
    func bytes(
        atMost longest: Int, else tooLong: Problem, onArrival: (Int) throws -> Void
    ) async throws -> [UInt8] {
        if let length = self.headers[.contentLength].flatMap(Int.init), length > longest { throw tooLong }
        var bytes: [UInt8] = []
        do {
            for try await chunk in self.body {
                guard bytes.count + chunk.readableBytes <= longest else { throw tooLong }
                try onArrival(chunk.readableBytes)
                bytes.append(contentsOf: chunk.readableBytesView)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw BrokenBody(cause: error)
        }
        return bytes
    }
}
