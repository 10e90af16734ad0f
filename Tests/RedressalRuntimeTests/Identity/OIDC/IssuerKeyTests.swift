import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Getting an issuer's keys, and getting by without it.
@Suite(.timeLimit(.minutes(2))) struct IssuerKeyTests {
    @Test func aNewKeyIsFoundWhenATokenNamesIt() async throws {
        try await OIDCRoom.with { room in
            let (old, new) = (TestIssuer.Key.p256("old"), TestIssuer.Key.p256("new"))
            room.issuer.show([old])
            let first = try old.token(room.claims())
            #expect(try await room.account(first) == "u-1")
            room.issuer.show([new])
            room.accounts.clock.advance(bySeconds: 31)
            #expect(try await room.account(try new.token(room.claims())) == "u-1")
            // The old one is gone with the key set that had it.
            #expect(try await room.account(first) == nil)
            #expect(room.issuer.fetches.count == 4)
        }
    }

    @Test func namesThatAreMadeUpDoNotKeepTheIssuerBusy() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            let good = try key.token(room.claims())
            for number in 0..<50 {
                let token = try key.token(room.claims(), head: ["kid": "made-up-\(number)"])
                #expect(try await room.account(token) == nil)
            }
            #expect(room.issuer.fetches.count == 2)
            room.accounts.clock.advance(bySeconds: 30)
            #expect(try await room.account(try key.token(room.claims(), head: ["kid": "made-up"])) == nil)
            #expect(room.issuer.fetches.count == 4)
            #expect(try await room.account(good) == "u-1")
        }
    }

    @Test func manyAtOnceAskOnce() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.ed25519("d")
            room.issuer.show([key])
            let token = try key.token(room.claims())
            let accounts = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 { group.addTask { try await room.account(token) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(accounts == Array(repeating: "u-1", count: 20))
            #expect(room.issuer.fetches.count == 2)
        }
    }

    /// Its keys are believed for a day; accounts of ours never need it.
    @Test func anIssuerThatIsAwayLocksNobodyOut() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            let secret = try await room.accounts.settle("u-2")
            room.issuer.leave()
            await #expect(throws: ViewsUnavailable.self) { try await room.account(try key.token(room.claims())) }
            #expect(try await room.accounts.identities.identity(showing: secret)?.account == "u-2")
            room.issuer.comeBack()
            room.accounts.clock.advance(bySeconds: 30)
            #expect(try await room.account(try key.token(room.claims())) == "u-1")
            room.issuer.leave()
            room.accounts.clock.advance(bySeconds: 86_000)
            #expect(try await room.account(try key.token(room.claims())) == "u-1")
            room.accounts.clock.advance(bySeconds: 500)
            await #expect(throws: ViewsUnavailable.self) { try await room.account(try key.token(room.claims())) }
        }
    }

    @Test(arguments: [
        "http://issuer.example", "ftp://issuer.example", "issuer.example", "https://", "https://u:p@issuer.example",
        "https://issuer.example?x=1", "http://127.0.0.1.example",
    ])
    func anIssuerThatCouldBeSomebodyElseIsRefused(_ address: String) {
        #expect(throws: AccountError.self) { try OIDCSettings(issuer: address, audience: "redressal") }
    }

    // MARK: Over HTTP

    /// Serves a router on a free port of this machine.
    private static func serve(
        _ router: Router<BasicRequestContext>, _ body: (String) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) }, logger: .tests)
        let running = Task { try await application.run() }
        var found: Int?
        for await number in ports {
            found = number
            break
        }
        let number = try #require(found)
        do {
            try await body("http://127.0.0.1:\(number)")
        } catch {
            running.cancel()
            throw error
        }
        running.cancel()
        _ = await running.result
    }

    @Test func aTokenIsBelievedOverRealHTTP() async throws {
        try await AccountsRoom.with { accounts in
            let issuer = TestIssuer()
            let key = TestIssuer.Key.p256("e")
            issuer.show([key])
            let router = Router()
            for path in ["/.well-known/openid-configuration", "/keys"] {
                router.get(RouterPath(path)) { request, _ -> Response in
                    let address = "http://\(request.head.authority ?? "")"
                    let bytes = issuer.page(path, at: address) ?? []
                    return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
                }
            }
            try await Self.serve(router) { address in
                let identities = OIDCIdentities(
                    try OIDCSettings(issuer: address, audience: "redressal"), accounts: accounts.identities,
                    catalog: { OIDCRoom.catalog }, clock: accounts.clock, logger: .tests)
                let now = accounts.clock.now().milliseconds / 1000
                let claims: [String: Any] = ["iss": address, "aud": "redressal", "sub": "u-1", "exp": now + 60]
                let shown = try await identities.identity(bearing: try key.token(claims))
                #expect(shown?.identity.account == "u-1")
            }
        }
    }

    @Test func whatIsNoDocumentIsNotRead() async throws {
        let router = Router()
        router.get("good") { _, _ in "{}" }
        router.get("elsewhere") { _, _ in Response(status: .found, headers: [.location: "/good"]) }
        router.get("long") { _, _ in String(repeating: "x", count: 300_000) }
        let never = AsyncStream.makeStream(of: Void.self)
        router.get("slow") { _, _ in
            for await _ in never.stream {}
            return "{}"
        }
        try await Self.serve(router) { address in
            let fetcher = URLPageFetcher(patience: 60)
            let good = try #require(URL(string: "\(address)/good"))
            #expect(try await fetcher.fetch(good) == Array("{}".utf8))
            for (path, reason) in [
                ("elsewhere", "expected status 200 but found 302"), ("none", "expected status 200 but found 404"),
                ("long", "expected at most 262144 bytes but found more"), ("slow", "expected an answer but"),
            ] {
                let url = try #require(URL(string: "\(address)/\(path)"))
                let hasty = path == "slow" ? URLPageFetcher(patience: 1) : fetcher
                let failure = await #expect(throws: FetchFailure.self) { try await hasty.fetch(url) }
                #expect(failure?.description.hasPrefix(reason) == true, "\(failure?.description ?? "")")
            }
        }
        never.continuation.finish()
        let nobody = try #require(URL(string: "http://127.0.0.1:1/"))
        await #expect(throws: FetchFailure.self) { try await URLPageFetcher(patience: 1).fetch(nobody) }
    }
}
