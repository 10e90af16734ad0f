import Foundation
import Glibc
import Synchronization

/// The other side of what we send over HTTP, webhooks and attachments: a server on the loopback address that takes one request
/// a connection and answers as it is told.
package final class WebhookReceiver: Sendable {
    /// A request as it came.
    package struct Request: Sendable {
        /// By lower-case name.
        package let headers: [String: String]
        package let body: [UInt8]
    }

    /// What becomes of one request.
    private enum Fate {
        /// Status and headers; nothing at all when empty.
        case answered(String)
        /// The connection is reset once so many bytes of the request came.
        case cut(after: Int)
        /// A body is promised, begins, and never goes on.
        case leftWaiting
    }

    private struct State {
        var requests: [Request] = []
        var fates: [Fate] = []
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
    package func answer(_ head: String) { self.meet(.answered(head)) }

    /// Resets the next connection in the middle of a request, which does not count as one.
    package func cut(after bytes: Int) { self.meet(.cut(after: bytes)) }

    /// Begins to answer the next request, and then says no more to anybody until it is closed.
    package func leaveWaiting() { self.meet(.leftWaiting) }

    package func close() { self.state.withLock { $0.isOpen = false } }

    private func meet(_ fate: Fate) { self.state.withLock { $0.fates.append(fate) } }

    private func serve(_ listening: consuming Socket) {
        while self.state.withLock(\.isOpen) {
            guard let descriptor = listening.accepted() else {
                usleep(2000)
                continue
            }
            self.serve(connection: Socket(owning: descriptor))
        }
    }

    private func serve(connection: consuming Socket) {
        if let count = self.takeCut() {
            _ = Self.read(connection) { $0.count >= count ? $0 : nil }
            return connection.spoil()
        }
        guard let request = Self.read(connection, until: Self.request) else { return }
        let fate = self.state.withLock { state in
            state.requests.append(request)
            return state.fates.isEmpty ? .answered("204 No Content") : state.fates.removeFirst()
        }
        switch fate {
        case .answered(let head) where !head.isEmpty:
            _ = connection.give(Array("HTTP/1.1 \(head)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8)[...])
            connection.finish()
        case .leftWaiting:
            _ = connection.give(Array("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun".utf8)[...])
            while self.state.withLock(\.isOpen) { usleep(2000) }
        case .answered, .cut: return
        }
    }

    /// After how many bytes to reset a connection that begins now; nil to hear it out.
    private func takeCut() -> Int? {
        self.state.withLock { state in
            guard case .cut(let count) = state.fates.first else { return nil }
            state.fates.removeFirst()
            return count
        }
    }

    /// - Returns: nil when the connection broke off.
    private static func read<Result>(
        _ connection: borrowing Socket, until isWhole: ([UInt8]) -> Result?
    ) -> Result? {
        var bytes: [UInt8] = []
        for _ in 0..<5000 {
            switch connection.take(atMost: 65_536) {
            case .bytes(let more): bytes += more
            case .nothing: usleep(1000)
            case .ended, .broken: return nil
            }
            if let result = isWhole(bytes) { return result }
        }
        return nil
    }

    /// The request, once all of it is there.
    private static func request(in bytes: [UInt8]) -> Request? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        var headers: [String: String] = [:]
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        for line in head.components(separatedBy: "\r\n").dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            if pair.count == 2 { headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
        }
        let body = bytes[end.upperBound...]
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        return body.count >= length ? Request(headers: headers, body: Array(body.prefix(length))) : nil
    }
}
