import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// Against a server that others wrote, which checks every signature by code that others wrote.
@Suite struct S3AttachmentsTests {
    @Test(.timeLimit(.minutes(5))) func aBucketKeepsThePromises() async throws {
        try await ObjectServer.with { server in
            for promise in AttachmentStoreContract.allCases {
                try await promise.check(try Self.store(server, "contract/\(promise)"))
            }
            // Two prefixes share nothing.
            let id = try await Self.store(server, "a").put([1, 2, 3])
            #expect(try await Self.store(server, "b").get(id) == nil)
            try await Self.store(server).check()
        }
    }

    @Test(.timeLimit(.minutes(5))) func whoMayNotIsToldSo() async throws {
        try await ObjectServer.with { server in
            let id = try await Self.store(server).put([1, 2, 3])
            let wrong = S3Credentials(id: server.writer.id, secret: "another")
            await Self.expect("answered 403 SignatureDoesNotMatch", server.endpoint) {
                try await Self.store(server, keys: wrong).check()
            }
            await Self.expect("answered 403 InvalidAccessKeyId", server.endpoint) {
                _ = try await Self.store(server, keys: S3Credentials(id: "AKIANOBODY", secret: "x")).get(id)
            }
            let reader = try Self.store(server, keys: server.reader.credentials)
            #expect(try await reader.get(id) == [1, 2, 3])
            await Self.expect("to write", "answered 403 AccessDenied") { try await reader.check() }
            await Self.expect("to delete", "answered 403 AccessDenied") { try await reader.remove(id) }
            #expect(try await reader.exists(id))
        }
    }

    @Test(.timeLimit(.minutes(5))) func whatWasChangedIsNotGivenOutAndPuttingItAgainMendsIt() async throws {
        try await ObjectServer.with { server in
            let store = try Self.store(server)
            let id = try await store.put([1, 2, 3])
            try await Self.replace(id, with: [1, 2, 4], server)
            let error = await #expect(throws: AttachmentStoreError.self) { try await store.get(id) }
            #expect(error?.code == .damaged)
            _ = try await store.put([1, 2, 3])
            #expect(try await store.get(id) == [1, 2, 3])
        }
    }

    /// Whoever sees a request to write can make none of it that deletes.
    @Test(.timeLimit(.minutes(5))) func aSignatureHoldsForOneMethod() async throws {
        try await ObjectServer.with { server in
            let id = AttachmentID(of: [7])
            let request = S3Request(method: .put, id: id, body: [7]).signed(
                for: try server.bucket(), by: server.writer.credentials, at: SystemClock().now())
            let moved = SignedRequest(
                method: .delete, url: request.url, headers: request.headers, body: request.body)
            let answer = try await S3Connection().send(moved, longest: 0, within: .seconds(60))
            #expect(answer.summary == "403 SignatureDoesNotMatch")
        }
    }

    private static func store(
        _ server: ObjectServer, _ prefix: String = "", keys: S3Credentials? = nil
    ) throws -> S3Attachments {
        S3Attachments(
            try server.bucket(prefix), keys ?? server.writer.credentials, clock: SystemClock(), pace: HastyClock())
    }

    /// Somebody with the keys writes other bytes under a name.
    private static func replace(_ id: AttachmentID, with bytes: [UInt8], _ server: ObjectServer) async throws {
        let request = S3Request(method: .put, id: id, body: bytes).signed(
            for: try server.bucket(), by: server.writer.credentials, at: SystemClock().now())
        let answer = try await S3Connection().send(request, longest: 0, within: .seconds(60))
        #expect(answer.isSuccess, "\(answer.summary)")
    }

    /// Expects ``AttachmentStoreError`` `.unavailable` with some words in it.
    private static func expect(_ words: String..., body: () async throws -> Void) async {
        let error = await #expect(throws: AttachmentStoreError.self) { try await body() }
        #expect(error?.code == .unavailable)
        for word in words { #expect(error?.description.contains(word) == true, "\(String(describing: error))") }
    }
}
