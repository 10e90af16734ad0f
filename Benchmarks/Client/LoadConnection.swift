import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection that is kept open, with one request on it at a time.
struct LoadConnection {
    private let outbound: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>
    private var answers: NIOAsyncChannelInboundStream<NIOHTTPClientResponseFull>.AsyncIterator

    /// The largest answer taken, in bytes.
    private static let largest = 4 * 1024 * 1024

    /// Connects to a port of this machine, and closes the connection after the body.
    static func with<Result>(
        port: Int, _ body: (inout LoadConnection) async throws -> Result
    ) async throws -> Result {
        let channel = try await Self.connect(port)
        return try await channel.executeThenClose { inbound, outbound in
            var connection = LoadConnection(outbound: outbound, answers: inbound.makeAsyncIterator())
            return try await body(&connection)
        }
    }

    private static func connect(
        _ port: Int
    ) async throws -> NIOAsyncChannel<NIOHTTPClientResponseFull, HTTPClientRequestPart> {
        // One thread: clients share the machine with what they measure.
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton.next())
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(
                        NIOHTTPClientResponseAggregator(maxContentLength: Self.largest))
                    return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Sends one request and waits for its answer.
    ///
    /// - Throws: ``BenchFailure`` when the server hangs up.
    mutating func send(_ request: LoadRequest) async throws -> LoadReply {
        try await self.outbound.write(contentsOf: request.parts)
        guard let answer = try await self.answers.next() else {
            throw BenchFailure("expected an answer to \(request.method) \(request.path) but the server hung up")
        }
        return LoadReply(answer)
    }
}
