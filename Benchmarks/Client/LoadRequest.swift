import NIOCore
import NIOHTTP1

/// One request of a load.
struct LoadRequest: Sendable {
    let method: HTTPMethod
    let path: String
    /// Whose token it shows.
    let token: String
    /// JSON; nil for none.
    var body: String?
    /// Sent again under the same key, the server gives the same answer.
    var key: String?

    static func get(_ path: String, by token: String) -> LoadRequest {
        LoadRequest(method: .GET, path: path, token: token)
    }

    static func post(_ path: String, by token: String, _ body: String) -> LoadRequest {
        LoadRequest(method: .POST, path: path, token: token, body: body)
    }

    /// The head and, where there is one, the body.
    var parts: [HTTPClientRequestPart] {
        var headers: HTTPHeaders = ["Host": "127.0.0.1", "Authorization": "Bearer \(self.token)"]
        if let key { headers.add(name: "Idempotency-Key", value: key) }
        guard let body else { return [.head(self.head(headers)), .end(nil)] }
        headers.add(name: "Content-Type", value: "application/json")
        headers.add(name: "Content-Length", value: String(body.utf8.count))
        return [.head(self.head(headers)), .body(.byteBuffer(ByteBuffer(string: body))), .end(nil)]
    }

    private func head(_ headers: HTTPHeaders) -> HTTPRequestHead {
        HTTPRequestHead(version: .http1_1, method: self.method, uri: self.path, headers: headers)
    }
}
