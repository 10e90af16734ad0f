import Foundation
import Glibc
import Synchronization

/// A gateway's side of webhooks: an HTTP server on the loopback address that takes one request a connection.
package final class WebhookReceiver: Sendable {
    /// A request as it came.
    package struct Request: Sendable {
        /// By lower-case name.
        package let headers: [String: String]
        package let body: [UInt8]
    }

    private struct State {
        var requests: [Request] = []
        var answers: [String] = []
        var isOpen = true
    }

    package let port: Int
    private let state = Mutex(State())

    /// Listens until it is closed.
    package init() throws {
        let socket = try Socket.listening()
        self.port = socket.port
        let descriptor = dup(socket.descriptor)
        let thread = Thread { [self] in self.serve(Socket(owning: descriptor)) }
        thread.start()
    }

    package var url: String { "http://127.0.0.1:\(self.port)/messages" }

    /// What came so far, in order.
    package var requests: [Request] { self.state.withLock(\.requests) }

    /// Answers the next request with a status and headers instead of `204 No Content`; an empty text answers nothing at all.
    package func answer(_ head: String) { self.state.withLock { $0.answers.append(head) } }

    package func close() { self.state.withLock { $0.isOpen = false } }

    private func serve(_ listening: consuming Socket) {
        while self.state.withLock(\.isOpen) {
            guard let descriptor = listening.accepted() else {
                usleep(2000)
                continue
            }
            let connection = Socket(owning: descriptor)
            guard let request = Self.read(connection) else { continue }
            let head = self.state.withLock { state in
                state.requests.append(request)
                return state.answers.isEmpty ? "204 No Content" : state.answers.removeFirst()
            }
            guard !head.isEmpty else { continue }
            _ = connection.give(Array("HTTP/1.1 \(head)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8)[...])
            connection.finish()
        }
    }

    /// - Returns: nil when the connection broke off.
    private static func read(_ connection: borrowing Socket) -> Request? {
        var bytes: [UInt8] = []
        for _ in 0..<5000 {
            switch connection.take(atMost: 65_536) {
            case .bytes(let more): bytes += more
            case .nothing: usleep(1000)
            case .ended, .broken: return nil
            }
            if let request = Self.request(in: bytes) { return request }
        }
        return nil
    }

    /// The request, once all of it is there.
    private static func request(in bytes: [UInt8]) -> Request? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        var headers: [String: String] = [:]
        for line in text[..<end.lowerBound].components(separatedBy: "\r\n").dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            if pair.count == 2 { headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
        }
        let head = text[..<end.upperBound].utf8.count
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= head + length else { return nil }
        return Request(headers: headers, body: Array(bytes[head..<head + length]))
    }
}
