import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Redressal
import RedressalWeb
import ServiceLifecycle
import Testing

@Suite struct WebServerTests {
    @Test(.timeLimit(.minutes(1))) func aShutdownFinishesTheRequestUnderWay() async throws {
        let website = Website()
        let hold = Hold()
        website.gateway.wait(hold)
        let ports = AsyncStream.makeStream(of: Int.self)
        let server = website.server { ports.continuation.yield($0) }
        let group = ServiceGroup(services: [server], logger: website.log.logger)
        try await withThrowingTaskGroup(of: Int?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            let port = try #require(await ports.stream.first { _ in true })
            tasks.addTask { try await Self.act(on: port) }
            await hold.arrival()
            await group.triggerGracefulShutdown()
            hold.release()
            var results: [Int?] = []
            for try await result in tasks { results.append(result) }
            #expect(Set(results) == [200, nil])
            #expect(
                website.log.all.contains(
                    "notice no sign-in asked for: whoever reaches this address can act as anybody host=127.0.0.1 port=\(port)"
                ))
        }
        #expect(website.gateway.drafts.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func anAddressThatIsTakenIsNamed() async throws {
        let website = Website()
        let ports = AsyncStream.makeStream(of: Int.self)
        let first = Task { [server = website.server { ports.continuation.yield($0) }] in try await server.run() }
        let port = try #require(await ports.stream.first { _ in true })
        let error = await #expect(throws: AddressInUse.self) { try await website.server(port: port) { _ in }.run() }
        #expect(error?.port == port)
        first.cancel()
        _ = await first.result
    }

    /// - Returns: The status of the answer.
    private static func act(on port: Int) async throws -> Int {
        try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
            let response = try await client.post(
                "/cases/case-1/actions/assign", headers: [.contentType: "application/json"],
                body: ByteBuffer(string: #"{"actor":{"user":"sok","role":"intake"}}"#))
            return response.status.code
        }
    }
}
