import Foundation
import NIOCore
import NIOHTTP1

/// What came back.
struct LoadReply: Sendable {
    let status: Int
    /// After how many seconds to come again.
    let retryAfter: String?
    private let body: ByteBuffer?

    init(_ response: NIOHTTPClientResponseFull) {
        self.status = Int(response.head.status.code)
        self.retryAfter = response.head.headers.first(name: "Retry-After")
        self.body = response.body
    }

    /// The body's text, for messages.
    var text: String { self.body.map { String(buffer: $0) } ?? "" }

    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data((self.body ?? ByteBuffer()).readableBytesView))
    }

    /// - Returns: Itself, when it is the answer to something that was done.
    /// - Throws: ``BenchFailure`` with what it says.
    func done(_ request: LoadRequest) throws -> LoadReply {
        guard 200..<300 ~= self.status else {
            throw BenchFailure(
                "expected \(request.method) \(request.path) to be done but it was answered \(self.status): \(self.text)"
            )
        }
        return self
    }
}
