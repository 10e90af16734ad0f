import HTTPTypes
import Hummingbird
import NIOCore

/// Makes a body smaller while it is written.
final class GzipWriter: ResponseBodyWriter {
    private var parent: any ResponseBodyWriter
    private var stream: GzipStream

    init(_ parent: any ResponseBodyWriter, _ stream: consuming GzipStream) {
        self.parent = parent
        self.stream = stream
    }

    func write(_ buffer: ByteBuffer) async throws {
        let smaller = self.stream.compress(buffer)
        if smaller.readableBytes > 0 { try await self.parent.write(smaller) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await self.parent.write(self.stream.compress(ByteBuffer(), isLast: true))
        try await self.parent.finish(trailingHeaders)
    }
}
