import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// What is sent away before it costs anything.
@Suite struct LoadDoorTests {
    private let load = RequestLoad(most: 1)
    private let counted = CountedRequests()

    private func channel() throws -> EmbeddedChannel {
        let keeper = try LoadDoorkeeper(self.load, isSecure: true, factory: self.counted)
        return EmbeddedChannel(handler: LoadDoor(keeper))
    }

    private static func request(
        _ path: String = "/cases", _ method: HTTPRequest.Method = .post, _ fields: HTTPFields = [:]
    ) -> HTTPRequest {
        HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
    }

    private static func send(_ request: HTTPRequest, _ body: String = "{}", to channel: EmbeddedChannel) throws {
        try channel.writeInbound(HTTPRequestPart.head(request))
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: body)))
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    /// How many parts of requests got in.
    private static func gotIn(_ channel: EmbeddedChannel) throws -> Int {
        var parts = 0
        while try channel.readInbound(as: HTTPRequestPart.self) != nil { parts += 1 }
        return parts
    }

    private static func answer(_ channel: EmbeddedChannel) throws -> [HTTPResponsePart] {
        var parts: [HTTPResponsePart] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) { parts.append(part) }
        return parts
    }

    @Test func whileThereIsRoomEverybodyComesIn() throws {
        let channel = try self.channel()
        try Self.send(Self.request(), to: channel)
        #expect(try Self.gotIn(channel) == 3)
        #expect(try Self.answer(channel).isEmpty)
        #expect(self.counted.all.isEmpty)
    }

    @Test func otherwiseTheyAreToldWhenToComeAgainAndNothingGetsIn() throws {
        let channel = try self.channel()
        try self.load.admit()
        let id = "0123456789abcdef0123"
        for _ in 0..<2 { try Self.send(Self.request("/cases", .post, [.requestID: id]), to: channel) }
        #expect(try Self.gotIn(channel) == 0)
        let parts = try Self.answer(channel)
        #expect(parts.count == 6)
        guard case .head(let head) = parts[0], case .body(let body) = parts[1], case .end = parts[2] else {
            Issue.record("expected head, body and end but found \(parts)")
            return
        }
        #expect(head.status == .serviceUnavailable)
        #expect(head.headerFields[.retryAfter] == "1")
        #expect(head.headerFields[.requestID] == id)
        #expect(head.headerFields[.contentLength] == "\(body.readableBytes)")
        #expect(head.headerFields[.strictTransportSecurity] != nil)
        #expect(String(buffer: body).contains("/problems/overloaded"))
        let counted = [
            "redressal_http_refused_total{reason=overloaded} +1",
            "redressal_http_requests_total{method=POST,route=unmatched,status=5xx} +1",
        ]
        #expect(self.counted.all == counted + counted)
        self.load.ended(after: nil, isTimed: false, at: 0)
        try Self.send(Self.request(), to: channel)
        #expect(try Self.gotIn(channel) == 3)
    }

    /// The answer that stands in the way of another one's would be taken for that.
    @Test func behindOneThatIsBeingAnsweredNobodyIsSentAway() throws {
        let channel = try self.channel()
        try Self.send(Self.request(), to: channel)
        try self.load.admit()
        try Self.send(Self.request(), to: channel)
        #expect(try Self.gotIn(channel) == 6)
        for _ in 0..<2 {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        #expect(try Self.answer(channel).count == 4)
        try Self.send(Self.request(), to: channel)
        #expect(try Self.gotIn(channel) == 0)
    }

    @Test func whatIsAnsweredInAFormOfItsOwnComesIn() throws {
        let channel = try self.channel()
        try self.load.admit()
        let requests = [
            Self.request("/health/live", .get), Self.request("/metrics", .get), Self.request("/attachments?name=a"),
            Self.request("/open311/v2/requests.xml"), Self.request("/cases", .head),
            Self.request("/file", .get, [.accept: "text/html,*/*"]),
            Self.request("/cases", .get, [.connection: "close"]),
            Self.request("/cases", .get, [.connection: "x, Close"]),
        ]
        for request in requests {
            try Self.send(request, to: channel)
            #expect(try Self.gotIn(channel) == 3, "\(request)")
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            _ = try Self.answer(channel)
        }
    }

    /// As load generators and old proxies ask for.
    @Test func whoKeepsTheConnectionIsSentAwayAtTheDoor() throws {
        let channel = try self.channel()
        try self.load.admit()
        try Self.send(Self.request("/cases", .get, [.connection: "keep-alive"]), to: channel)
        #expect(try Self.gotIn(channel) == 0)
    }

    /// Refusals that nobody reads would heap up.
    @Test func whoDoesNotReadComesIn() throws {
        let channel = try self.channel()
        try self.load.admit()
        channel.isWritable = false
        try Self.send(Self.request(), to: channel)
        #expect(try Self.gotIn(channel) == 3)
    }
}
