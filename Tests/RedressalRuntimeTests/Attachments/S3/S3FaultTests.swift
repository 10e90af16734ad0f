import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Real connections that fail.
@Suite struct S3FaultTests {
    private static let long = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test(.timeLimit(.minutes(2))) func aStoreThatIsBusyOrCutsUploadsOffIsAskedAgain() async throws {
        let store = try WebhookReceiver()
        store.answer("503 Slow Down")
        store.cut(after: 200_000)
        store.answer("500 Internal Server Error")
        store.answer("200 OK")
        let id = try await Self.attachments(port: store.port).put(Self.long)
        #expect(store.requests.count == 3)
        #expect(store.requests.allSatisfy { $0.body == Self.long })
        #expect(store.requests.allSatisfy { $0.headers["x-amz-content-sha256"] == id.text })
        store.close()
    }

    /// Whoever answers with another address might be anybody: the signed request goes no further.
    @Test(.timeLimit(.minutes(2))) func noRedirectionIsFollowed() async throws {
        let store = try WebhookReceiver()
        let other = try WebhookReceiver()
        store.answer("307 Temporary Redirect\r\nLocation: http://127.0.0.1:\(other.port)/elsewhere")
        let error = await Self.failure { try await Self.attachments(port: store.port).put([1]) }
        #expect(error?.description.hasSuffix("answered 307") == true)
        #expect(store.requests.count == 1)
        #expect(other.requests.isEmpty)
        store.close()
        other.close()
    }

    @Test(.timeLimit(.minutes(2))) func whatNeverEndsIsGivenUp() async throws {
        let store = try WebhookReceiver()
        store.leaveWaiting()
        let attachments = try Self.attachments(port: store.port, patience: .milliseconds(400))
        let error = await Self.failure { try await attachments.get(AttachmentID(of: [1])) }
        #expect(error?.code == .unavailable)
        #expect(error?.description.contains("has not answered within") == true)
        store.close()
    }

    @Test(.timeLimit(.minutes(2))) func aStoreThatIsAwayIsSaidSo() async throws {
        let error = await Self.failure { try await Self.attachments(port: Web.freePort()).check() }
        #expect(error?.code == .unavailable)
        #expect(error?.description.contains("cannot be reached") == true)
        #expect(error?.description.contains("secret") == false)
    }

    /// An answer that breaks off is no file, and none that is damaged: it is asked for again.
    @Test(.timeLimit(.minutes(5))) func anAnswerThatBreaksOffIsAskedForAgain() async throws {
        try await ObjectServer.with { server in
            let relay = try Relay(to: server.port)
            let pace = PacedClock { relay.set(.fair) }
            let attachments = S3Attachments(
                try server.bucket(port: relay.port), server.writer.credentials, clock: SystemClock(), pace: pace)
            let id = try await attachments.put(Self.long)
            relay.set(.torn(bytes: 300_000))
            #expect(try await attachments.get(id) == Self.long)
            relay.set(.torn(bytes: 0))
            #expect(try await attachments.put(Self.long) == id)
            relay.stop()
        }
    }

    private static func attachments(
        port: Int, patience: Duration = .seconds(60)
    ) throws -> S3Attachments {
        S3Attachments(
            try S3Bucket("s3://files", endpoint: "http://127.0.0.1:\(port)"),
            S3Credentials(id: "AKIDEXAMPLE", secret: "secret"), clock: SystemClock(), pace: HastyClock(),
            patience: patience)
    }

    private static func failure(of body: () async throws -> some Any) async -> AttachmentStoreError? {
        await #expect(throws: AttachmentStoreError.self) { _ = try await body() }
    }
}
