import CryptoExtras
import Foundation
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Which tokens of an outside issuer let somebody in.
@Suite(.timeLimit(.minutes(2))) struct OIDCTokenTests {
    @Test func aTokenOfEachKindOfKeyLetsItsAccountIn() async throws {
        try await OIDCRoom.with { room in
            let keys = [try TestIssuer.Key.rsa("r"), .p256("e"), .ed25519("d")]
            room.issuer.show(keys)
            room.issuer.show(beside: [["kty": "oct", "k": "c2VjcmV0", "kid": "o"], ["kty": "EC"], ["kid": "nothing"]])
            let end = AccountsRoom.start.advanced(bySeconds: 3600)
            for key in keys {
                let shown = try await room.identities.identity(bearing: try key.token(room.claims()))
                #expect(shown?.identity == Identity(account: "u-1", kind: .person, expires: end))
                #expect(shown?.id.count == 64)
            }
            // Discovery and keys, once for all of them.
            #expect(
                room.issuer.fetches == [
                    "https://issuer.example/.well-known/openid-configuration", "https://issuer.example/keys",
                ])
        }
    }

    /// One thing wrong with the claims each.
    static let wrong: [(String, @Sendable (Int64) -> [String: (any Sendable)?])] = [
        ("no issuer", { _ in ["iss": nil] }), ("another issuer", { _ in ["iss": "https://issuer.example/"] }),
        ("no audience", { _ in ["aud": nil] }), ("another audience", { _ in ["aud": "another"] }),
        ("other audiences", { _ in ["aud": ["another", "redressal2"]] }),
        ("no end", { _ in ["exp": nil] }), ("an end as text", { _ in ["exp": "2099"] }),
        ("an end too far", { _ in ["exp": 1e18] }), ("over", { ["exp": $0 - 60] }),
        ("not yet", { ["nbf": $0 + 61] }), ("issued later", { ["iat": $0 + 61] }),
        ("a bad beginning", { _ in ["nbf": -1] }),
        ("no account", { _ in ["sub": nil] }), ("an account that nobody names", { _ in ["sub": "u-9"] }),
        ("an account that is none", { _ in ["sub": "U 1"] }), ("an account that is a number", { _ in ["sub": 1] }),
    ]

    @Test(arguments: Self.wrong.indices) func oneThingWrongKeepsItOut(_ index: Int) async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            #expect(try await room.account(try key.token(room.claims())) == "u-1")
            let (what, changes) = Self.wrong[index]
            let now = room.accounts.clock.now().milliseconds / 1000
            let token = try key.token(room.claims(changes(now).mapValues { $0 }))
            #expect(try await room.account(token) == nil, "\(what)")
        }
    }

    @Test func clocksMayBeAMinuteApart() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.ed25519("d")
            room.issuer.show([key])
            let now = room.accounts.clock.now().milliseconds / 1000
            for claims in [["exp": now - 59], ["nbf": now + 60], ["iat": now + 60], ["aud": ["x", "redressal"]]]
                as [[String: Any]]
            {
                let token = try key.token(room.claims(claims))
                #expect(try await room.account(token) == "u-1", "\(claims)")
            }
        }
    }

    @Test func aTokenIsSignedByTheKeyItNamesWithItsAlgorithmAlone() async throws {
        try await OIDCRoom.with { room in
            let (key, rsa, stranger) = (TestIssuer.Key.p256("e"), try TestIssuer.Key.rsa("r"), TestIssuer.Key.p256("e"))
            room.issuer.show([key, rsa])
            let good = try key.token(room.claims())
            let parts = good.split(separator: ".").map(String.init)
            let none = TestIssuer.Key.text(Data(#"{"alg":"none","kid":"e"}"#.utf8))
            let other = try key.token(room.claims(["sub": "u-2"])).split(separator: ".").map(String.init)
            let tokens = [
                "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])",
                try key.forged(room.claims()), try rsa.forged(room.claims()),
                try stranger.token(room.claims()), try rsa.token(room.claims(), head: ["kid": "e"]),
                try key.token(room.claims(), head: ["kid": "r"]), try key.token(room.claims(), head: ["alg": "RS256"]),
                try rsa.token(room.claims(), head: ["alg": "PS256"]),
                try rsa.token(room.claims(), head: ["alg": "rs256"]),
                try key.token(room.claims(), head: ["crit": ["exp"]]),
                try key.token(room.claims(), head: ["kid": NSNull()]),
                "\(parts[0]).\(other[1]).\(parts[2])", "\(parts[0]).\(parts[1])", "\(good).x", "..", "x.y.z", "",
                try key.token(room.claims(["pad": String(repeating: "x", count: 9000)])),
            ]
            #expect(try await room.account(good) == "u-1")
            for token in tokens { #expect(try await room.account(token) == nil, "\(token.prefix(200))") }
        }
    }

    @Test(arguments: [["use": "enc"], ["alg": "ES384"], ["alg": "HS256"], ["d": "c2VjcmV0"], ["kty": "RSA"]])
    func aKeyForSomethingElseSignsNothing(_ changes: [String: String]) async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            room.issuer.say(changes)
            let token = try key.token(room.claims())
            #expect(try await room.account(token) == nil)
        }
    }

    @Test func aShortKeySignsNothing() async throws {
        try await OIDCRoom.with { room in
            let key = try TestIssuer.Key.rsa("short", _RSA.Signing.KeySize(bitCount: 1024))
            room.issuer.show([key])
            #expect(try await room.account(try key.token(room.claims())) == nil)
        }
    }

    @Test func theAccountMayBeInAnotherClaim() async throws {
        try await OIDCRoom.with(claim: .preferredUsername) { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            let claims = room.claims(["sub": "9f1c", "preferred_username": "u-2"])
            let (named, unnamed) = (try key.token(claims), try key.token(room.claims()))
            #expect(try await room.account(named) == "u-2")
            #expect(try await room.account(unnamed) == nil)
        }
    }

    @Test func anAccountThatIsClosedHereStaysOut() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.p256("e")
            room.issuer.show([key])
            let token = try key.token(room.claims())
            #expect(try await room.account(token) == "u-1")
            _ = try await room.accounts.settle("u-1")
            #expect(try await room.account(token) == "u-1")
            try await room.accounts.identities.set(closed: true, "u-1")
            #expect(try await room.account(token) == nil)
            _ = try await room.accounts.identities.add("u-2", kind: .service)
            #expect(try await room.account(try key.token(room.claims(["sub": "u-2"]))) == nil)
        }
    }

    @Test func theIDOfATokenIsItsOwn() async throws {
        try await OIDCRoom.with { room in
            let key = TestIssuer.Key.ed25519("d")
            room.issuer.show([key])
            var ids: [String?] = []
            for claims in [room.claims(), room.claims(["jti": "t-2"]), room.claims(["jti": nil])] {
                ids.append(try await room.identities.identity(bearing: try key.token(claims))?.id)
            }
            #expect(Set(ids).count == 3)
            #expect(!ids.contains(nil))
        }
    }
}
