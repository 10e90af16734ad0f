import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// What is asked again, and what is not.
@Suite struct S3DeskTests {
    private static let busy = S3Answer(status: 503, body: Array("<Error><Code>SlowDown</Code></Error>".utf8))
    private static let kept = S3Answer(status: 200, body: [])

    @Test func whatMayPassIsAskedAgainAndSignedAnew() async throws {
        let clock = ManualClock(try #require(Instant("2026-04-10T04:31:07Z")))
        let store = ScriptedStore([
            .success(Self.busy), .failure(.unreachable("connection reset")), .failure(.late(.seconds(15))),
            .success(S3Answer(status: 400, body: Array("<Code>RequestTimeout</Code>".utf8))), .success(Self.kept),
        ])
        let paces = PacedClock { clock.advance(bySeconds: 1) }
        #expect(try await Self.attachments(store, clock, paces).put([1]) == AttachmentID(of: [1]))
        #expect(store.requests.map(\.method) == Array(repeating: .put, count: 5))
        #expect(
            store.requests.compactMap { $0.headers["x-amz-date"] } == [
                "20260410T043107Z", "20260410T043108Z", "20260410T043109Z", "20260410T043110Z", "20260410T043111Z",
            ])
        #expect(Set(store.requests.compactMap { $0.headers["authorization"] }).count == 5)
    }

    @Test(arguments: [Self.busy, S3Answer(status: 429, body: []), S3Answer(status: 500, body: [])])
    func itIsGivenUpInTheEnd(_ answer: S3Answer) async throws {
        let store = ScriptedStore([.success(answer)])
        let error = await #expect(throws: AttachmentStoreError.self) { try await Self.attachments(store).put([1]) }
        #expect(error?.description.hasSuffix("but it answered \(answer.summary)") == true)
        #expect(store.requests.count == 5)
    }

    @Test(arguments: [301, 307, 400, 403, 404, 411, 412])
    func whatIsRefusedIsAskedOnce(_ status: Int) async throws {
        let store = ScriptedStore([.success(S3Answer(status: status, body: []))])
        await #expect(throws: AttachmentStoreError.self) { try await Self.attachments(store).put([1]) }
        await #expect(throws: AttachmentStoreError.self) {
            try await Self.attachments(store).get(AttachmentID(of: [1]))
        }
        #expect(store.requests.map(\.method) == [.put, .get])
    }

    /// Only an object that is not there is no attachment: a bucket that is not there is an outage.
    @Test func aBucketThatIsNotThereIsAnOutage() async throws {
        let id = AttachmentID(of: [1])
        let missing = S3Answer(status: 404, body: Array("<Error><Code>NoSuchKey</Code></Error>".utf8))
        #expect(try await Self.attachments(ScriptedStore([.success(missing)])).get(id) == nil)
        try await Self.attachments(ScriptedStore([.success(missing)])).remove(id)
        let bucket = S3Answer(status: 404, body: Array("<Error><Code>NoSuchBucket</Code></Error>".utf8))
        for operation in [
            { store in _ = try await store.get(id) }, { store in try await store.remove(id) },
            { store in _ = try await store.put([1]) },
        ] as [@Sendable (S3Attachments) async throws -> Void] {
            let error = await #expect(throws: AttachmentStoreError.self) {
                try await operation(Self.attachments(ScriptedStore([.success(bucket)])))
            }
            #expect(error?.description.hasSuffix("answered 404 NoSuchBucket") == true)
        }
    }

    /// The store's own words come no further than their code.
    @Test(arguments: [
        "<Code>two\nlines</Code>", "<Code></Message>", "", "<html>",
        "<Code>\(String(repeating: "a", count: 65))</Code>",
    ])
    func onlyACodeIsShown(_ body: String) {
        #expect(S3Answer(status: 403, body: Array(body.utf8)).summary == "403")
    }

    /// What a file says is not what the store says.
    @Test func aFileIsNotTakenForAnError() async throws {
        let bytes = Array("<Code>SlowDown</Code>".utf8)
        let store = ScriptedStore([.success(S3Answer(status: 200, body: bytes))])
        #expect(try await Self.attachments(store).get(AttachmentID(of: bytes)) == bytes)
        #expect(store.requests.count == 1)
    }

    @Test func moreThanIsEverKeptIsDamage() async throws {
        let store = ScriptedStore([.failure(.tooLong(1))])
        let error = await #expect(throws: AttachmentStoreError.self) {
            try await Self.attachments(store).get(AttachmentID(of: [1]))
        }
        #expect(error?.code == .damaged)
        #expect(store.requests.count == 1)
    }

    /// A store that takes everything and gives back nothing would lose every file.
    @Test func aStoreThatForgetsIsFoundOutAtTheStart() async throws {
        let missing = S3Answer(status: 404, body: Array("<Error><Code>NoSuchKey</Code></Error>".utf8))
        let store = ScriptedStore([.success(missing), .success(Self.kept), .success(Self.kept), .success(missing)])
        let error = await #expect(throws: AttachmentStoreError.self) { try await Self.attachments(store).check() }
        #expect(error?.code == .damaged)
        #expect(store.requests.map(\.method) == [.get, .put, .head, .get])
    }

    private static func attachments(
        _ store: ScriptedStore, _ clock: any WallClock = SystemClock(), _ pace: any Clock<Duration> = HastyClock()
    ) throws -> S3Attachments {
        S3Attachments(
            S3Desk(
                bucket: try S3Bucket("s3://files", endpoint: "https://store.example.org"),
                credentials: S3Credentials(id: "AKIDEXAMPLE", secret: "secret"), clock: clock, transport: store,
                pace: pace, patience: .seconds(600)))
    }
}
