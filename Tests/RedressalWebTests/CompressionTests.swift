import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Redressal
import Testing

@testable import RedressalWeb

/// Text that travels smaller.
@Suite struct CompressionTests {
    private static func reply(
        _ accept: String?, _ type: String, _ bodies: [String], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let router = Router()
        router.add(middleware: ResponseCompression())
        router.get("page") { _, _ in
            var headers = headers
            headers[.contentType] = type
            let buffers = bodies.map { ByteBuffer(string: $0) }
            let body = bodies.count == 1 ? ResponseBody(byteBuffer: buffers[0]) : ResponseBody(contentsOf: buffers)
            return Response(status: .ok, headers: headers, body: body)
        }
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/page", method: .get, headers: accept.map { [.acceptEncoding: $0] } ?? [:])
        }
    }

    /// What `gunzip` makes of a body.
    private static func gunzip(_ body: ByteBuffer) throws -> String {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(body.readableBytesView))
        try input.fileHandleForWriting.close()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [1, 2, 40]) func textComesOutAsItWentIn(_ pieces: Int) async throws {
        let text = (0..<3000).map { "complaint \($0 * 7919 % 1000)\n" }.joined()
        let length = text.count / pieces
        let bodies = (0..<pieces).map { piece in
            String(text.dropFirst(piece * length).prefix(piece == pieces - 1 ? text.count : length))
        }
        let reply = try await Self.reply("br, gzip;q=0.8", "application/json", bodies)
        #expect(reply.headers[.contentEncoding] == "gzip")
        #expect(reply.headers[.vary] == "Accept-Encoding")
        #expect(reply.headers[.contentLength] == nil)
        #expect(reply.body.readableBytes * 2 < text.utf8.count)
        #expect(try Self.gunzip(reply.body) == text)
    }

    @Test(arguments: [nil, "", "identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0, *"])
    func whoDoesNotAskForItGetsItPlain(_ accept: String?) async throws {
        let text = String(repeating: "a", count: 2000)
        let reply = try await Self.reply(accept, "text/html; charset=utf-8", [text])
        #expect(reply.headers[.contentEncoding] == nil)
        #expect(reply.headers[.vary] == "Accept-Encoding")
        #expect(String(buffer: reply.body) == text)
    }

    @Test(
        arguments: [
            ("application/json", 1024, [:]), ("text/event-stream", 5000, [:]), ("image/jpeg", 5000, [:]),
            ("text/html", 5000, [.cacheControl: "no-store, no-transform"]),
            ("text/html", 5000, [.contentEncoding: "br"]),
        ] as [(String, Int, HTTPFields)])
    func whatMustNotOrNeedNotBeSmallerIsSentAsItIs(_ type: String, _ length: Int, _ headers: HTTPFields) async throws {
        let text = String(repeating: "a", count: length)
        let reply = try await Self.reply("gzip", type, [text], headers)
        #expect(reply.headers[.contentEncoding] == headers[.contentEncoding])
        #expect(reply.headers[.vary] == nil)
        #expect(String(buffer: reply.body) == text)
    }
}
