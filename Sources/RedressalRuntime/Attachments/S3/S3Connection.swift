import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Talks HTTP with a store: follows no redirection, and waits and reads no longer than it is told.
final class S3Connection: S3Transport {
    /// How much is read of an answer that is an error, in bytes.
    private static let longestError = 16 * 1024

    private let client: HTTPClient

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5)))
        configuration.httpVersion = .http1Only
        // Whoever asks decides whether to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        self.client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    // What is under way keeps a connection alive; the client ends by itself after that.
    deinit { self.client.shutdown { _ in } }

    func send(
        _ request: SignedRequest, longest: Int, within patience: Duration
    ) async throws(S3Failure) -> S3Answer {
        do {
            return try await withThrowingTaskGroup(of: S3Answer?.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await self.exchange(request, longest) }
                group.addTask {
                    try await Task.sleep(for: patience)
                    return nil
                }
                guard let answer = try await group.next() ?? nil else { throw S3Failure.late(patience) }
                return answer
            }
        } catch let failure as S3Failure {
            throw failure
        } catch {
            throw .unreachable("\(error)")
        }
    }

    private func exchange(_ request: SignedRequest, _ longest: Int) async throws -> S3Answer {
        var message = HTTPClientRequest(url: request.url)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        message.headers = HTTPHeaders(request.headers.map { ($0.key, $0.value) })
        if request.method == .put { message.body = .bytes(request.body) }
        let answer = try await self.client.execute(message, deadline: .distantFuture)
        let status = Int(answer.status.code)
        let isSuccess = (200..<300).contains(status)
        var body: [UInt8] = []
        for try await part in answer.body {
            body += part.readableBytesView
            guard body.count > (isSuccess ? longest : Self.longestError) else { continue }
            if isSuccess { throw S3Failure.tooLong(longest) }
            break
        }
        // A body that ends because nobody waits any more is not the whole of it.
        try Task.checkCancellation()
        return S3Answer(status: status, body: body)
    }
}
