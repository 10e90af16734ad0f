import Crypto
import Foundation
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct MessageChannelContractTests {
    @Test(arguments: MessageChannelContract.allCases)
    func theOneInMemoryKeepsThePromise(_ promise: MessageChannelContract) async throws {
        let channel = MemoryChannel()
        try await promise.check(
            channel, breaks: { channel.fail(MessageChannelError("broken")) }, arrived: { channel.messages })
    }

    @Test(arguments: MessageChannelContract.allCases)
    func theFileKeepsThePromise(_ promise: MessageChannelContract) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "messages.jsonl")
        try await promise.check(
            FileChannel(path: file.path), breaks: { try FileManager.default.removeItem(at: folder) },
            arrived: { try Self.messages(in: String(contentsOf: file, encoding: .utf8)) })
    }

    /// A gateway tells copies by their ids.
    @Test(arguments: MessageChannelContract.allCases)
    func theWebhookKeepsThePromise(_ promise: MessageChannelContract) async throws {
        let gateway = try WebhookReceiver()
        defer { gateway.close() }
        try await promise.check(
            try Self.webhook(gateway), breaks: { gateway.answer("503 Service Unavailable") },
            arrived: {
                var seen: Set<String> = []
                return try gateway.requests.filter { seen.insert($0.headers["webhook-id"] ?? "").inserted }
                    .map { try CanonicalJSON.decode(OutgoingMessage.self, from: $0.body) }
            })
    }

    static let signature = WebhookSignature(SymmetricKey(data: Array(repeating: 3, count: 32)))

    static func webhook(_ gateway: WebhookReceiver, clock: any WallClock = SystemClock()) throws -> WebhookChannel {
        WebhookChannel(try #require(WebhookAddress(gateway.url)), signature: self.signature, clock: clock, patience: 5)
    }

    static func messages(in text: String) throws -> [OutgoingMessage] {
        try text.split(separator: "\n").map { try CanonicalJSON.decode(OutgoingMessage.self, from: Array($0.utf8)) }
    }
}
