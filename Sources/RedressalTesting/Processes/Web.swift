import Foundation
import FoundationNetworking
import Glibc

/// Talks HTTP with a gateway.
package struct Web: Sendable {
    /// What came back.
    package struct Reply: Sendable {
        /// 0 when nobody answered.
        package let status: Int
        package let body: String
        package let tag: String?
        /// The cookie that came with it, as it is sent back.
        package let cookie: String?
    }

    package let port: Int
    private let session: URLSession

    /// - Parameters:
    ///   - port: Where the gateway listens on the loopback address.
    ///   - patience: After how many seconds without a sign an answer is given up.
    package init(port: Int, patience: Double = 90) {
        self.port = port
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 32
        configuration.timeoutIntervalForRequest = patience
        // Tests say themselves what is sent.
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        self.session = URLSession(configuration: configuration)
    }

    /// A port that nobody listens on at the moment, and that no outgoing connection gets before it is listened on: such
    /// ones come from 32768 upwards (`ip_local_port_range`).
    package static func freePort() -> Int {
        let ports = 20_000..<32_000
        // Whoever gets one that is taken after all hears of it when the server cannot listen.
        return (0..<100).lazy.map { _ in Int.random(in: ports) }.first { Self.isFree($0) } ?? ports.lowerBound
    }

    private static func isFree(_ port: Int) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) == 0 }
        }
    }

    package func get(_ path: String, headers: [String: String] = [:]) async -> Reply {
        await self.send(self.request(path, headers))
    }

    /// - Parameter body: JSON, or what pretends to be.
    package func post(_ path: String, _ body: some Sequence<UInt8>, headers: [String: String] = [:]) async -> Reply {
        await self.post(path, body, "application/json", headers)
    }

    /// Sends a form, and follows where the answer leads.
    ///
    /// - Parameter form: As it is encoded.
    package func post(form: String, to path: String, headers: [String: String]) async -> Reply {
        await self.post(path, form.utf8, "application/x-www-form-urlencoded", headers)
    }

    private func post(
        _ path: String, _ body: some Sequence<UInt8>, _ type: String, _ headers: [String: String]
    ) async -> Reply {
        var request = self.request(path, headers)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        return await self.send(request)
    }

    /// Waits until the gateway says that it can work.
    package func ready(_ program: Program) async throws {
        try await Fact.wait(for: "a gateway that is ready on HTTP") {
            if !program.isRunning { throw Fact.NotSeen(description: "the gateway ended: \(program.complaints)") }
            return await self.get("/health/ready").status == 200
        }
    }

    private func request(_ path: String, _ headers: [String: String]) -> URLRequest {
        var request = URLRequest(url: URL(string: "http://127.0.0.1:\(self.port)\(path)") ?? URL(filePath: "/"))
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return request
    }

    private func send(_ request: URLRequest) async -> Reply {
        guard let (data, response) = try? await self.session.data(for: request),
            let head = response as? HTTPURLResponse
        else { return Reply(status: 0, body: "", tag: nil, cookie: nil) }
        return Reply(
            status: head.statusCode, body: String(decoding: data, as: UTF8.self),
            tag: head.value(forHTTPHeaderField: "ETag"),
            cookie: head.value(forHTTPHeaderField: "Set-Cookie")?.split(separator: ";").first.map(String.init))
    }
}
