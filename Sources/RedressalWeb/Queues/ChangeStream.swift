import HTTPTypes
import Hummingbird
import NIOCore
import Redressal
import ServiceLifecycle

/// Tells a browser that something has moved, as server-sent events (HTML Living Standard §9.2); it then looks again itself.
///
/// The events hold nothing of any case: what may be seen is decided when the page is asked for.
struct ChangeStream: Sendable {
    /// After so many looks the stream ends, and a browser that still listens shows anew who it is.
    private static let looks = 450
    /// After so many looks without a change a comment is sent, so that a connection that broke is noticed.
    private static let silence = 8

    let watch: ChangeWatch
    /// Waits between two looks.
    let pause: @Sendable () async throws -> Void

    func response() -> Response {
        let headers: HTTPFields = [
            .contentType: "text/event-stream", .cacheControl: "no-store",
            // A proxy that gathers answers before it passes them on would keep the news to itself.
            .init("X-Accel-Buffering")!: "no",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await self.write(to: &writer)
                try await writer.finish(nil)
            })
    }

    private func write(to writer: inout any ResponseBodyWriter) async throws {
        var seen = try await self.watch.positions()
        var quiet = 0
        try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
        for _ in 0..<Self.looks {
            // When the server ends, whoever listens is no reason to wait.
            do { try await cancelWhenGracefulShutdown { try await self.pause() } } catch is CancellationError { return }
            let now = try await self.watch.positions()
            quiet += 1
            if now != seen {
                try await writer.write(ByteBuffer(string: "event: moved\ndata:\n\n"))
                (seen, quiet) = (now, 0)
            } else if quiet == Self.silence {
                try await writer.write(ByteBuffer(string: ": still here\n\n"))
                quiet = 0
            }
        }
    }
}
