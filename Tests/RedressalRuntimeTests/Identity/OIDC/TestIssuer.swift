import Crypto
import CryptoExtras
import Foundation
import RedressalRuntime
import Synchronization

/// An issuer of tokens in the test itself: makes keys, signs, shows its documents, and can be broken.
///
/// It signs without the library that the program verifies with.
final class TestIssuer: PageFetcher {
    static let address = "https://issuer.example"

    /// A key with its name.
    struct Key: Sendable {
        enum Secret: Sendable {
            case rsa(_RSA.Signing.PrivateKey)
            case p256(P256.Signing.PrivateKey)
            case ed25519(Curve25519.Signing.PrivateKey)
        }

        let id: String
        let secret: Secret
    }

    private struct State {
        var keys: [Key] = []
        var extra: [[String: String]] = []
        var changes: [String: String] = [:]
        var isAway = false
        var fetches: [String] = []
    }

    private let state = Mutex(State())

    /// The addresses that were asked, in order.
    var fetches: [String] { self.state.withLock { $0.fetches } }

    func show(_ keys: [Key]) { self.state.withLock { $0.keys = keys } }

    /// Shows documents as they are beside the keys, such as ones of other kinds.
    func show(beside keys: [[String: String]]) { self.state.withLock { $0.extra = keys } }

    /// Changes what the key set says of each key.
    func say(_ changes: [String: String]) { self.state.withLock { $0.changes = changes } }

    func leave() { self.state.withLock { $0.isAway = true } }

    func comeBack() { self.state.withLock { $0.isAway = false } }

    func fetch(_ url: URL) async throws(FetchFailure) -> [UInt8] {
        let isAway = self.state.withLock { state in
            state.fetches.append(url.absoluteString)
            return state.isAway
        }
        if isAway { throw FetchFailure("expected an answer but found none") }
        guard let bytes = self.page(url.path) else { throw FetchFailure("expected status 200 but found 404") }
        return bytes
    }

    /// A document by its path.
    ///
    /// - Parameter address: What the issuer says its own address is.
    func page(_ path: String, at address: String = TestIssuer.address) -> [UInt8]? {
        switch path {
        case "/.well-known/openid-configuration":
            Self.json(["issuer": address, "jwks_uri": "\(address)/keys"])
        case "/keys":
            self.state.withLock { state in
                Self.json(["keys": state.keys.map { $0.json.merging(state.changes) { $1 } } + state.extra])
            }
        default: nil
        }
    }

    static func json(_ value: Any) -> [UInt8]? {
        try? Array(JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
    }
}

extension TestIssuer.Key {
    static func p256(_ id: String) -> Self { Self(id: id, secret: .p256(P256.Signing.PrivateKey())) }

    static func ed25519(_ id: String) -> Self { Self(id: id, secret: .ed25519(Curve25519.Signing.PrivateKey())) }

    static func rsa(_ id: String, _ size: _RSA.Signing.KeySize = .bits2048) throws -> Self {
        Self(id: id, secret: .rsa(try _RSA.Signing.PrivateKey(unsafeKeySize: size)))
    }

    /// The algorithm of its signatures.
    var algorithm: String {
        switch self.secret {
        case .rsa: "RS256"
        case .p256: "ES256"
        case .ed25519: "EdDSA"
        }
    }

    /// The public half, as key sets have it.
    var json: [String: String] {
        let own: [String: String] =
            switch self.secret {
            case .rsa(let key): Self.json(of: key)
            case .p256(let key):
                [
                    "kty": "EC", "crv": "P-256", "x": Self.text(key.publicKey.rawRepresentation.prefix(32)),
                    "y": Self.text(key.publicKey.rawRepresentation.suffix(32)),
                ]
            case .ed25519(let key):
                ["kty": "OKP", "crv": "Ed25519", "x": Self.text(key.publicKey.rawRepresentation)]
            }
        return own.merging(["kid": self.id, "use": "sig"]) { $1 }
    }

    private static func json(of key: _RSA.Signing.PrivateKey) -> [String: String] {
        guard let parts = try? key.publicKey.getKeyPrimitives() else { return [:] }
        return ["kty": "RSA", "n": self.text(parts.modulus), "e": self.text(parts.publicExponent)]
    }

    /// A token.
    ///
    /// - Parameters:
    ///   - claims: As JSON.
    ///   - head: What the head says in place of, or beside, what is true.
    func token(_ claims: [String: Any], head: [String: Any] = [:]) throws -> String {
        let head = ["alg": self.algorithm, "kid": self.id, "typ": "JWT"].merging(head) { $1 }
        let signed =
            try Self.text(JSONSerialization.data(withJSONObject: head)) + "."
            + Self.text(JSONSerialization.data(withJSONObject: claims))
        return try "\(signed).\(Self.text(self.signature(of: Data(signed.utf8))))"
    }

    private func signature(of data: Data) throws -> Data {
        switch self.secret {
        case .rsa(let key):
            try key.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation
        case .p256(let key): try key.signature(for: data).rawRepresentation
        case .ed25519(let key): try key.signature(for: data)
        }
    }

    /// A token that is signed with what everybody knows: the public key, as the secret of an HMAC.
    func forged(_ claims: [String: Any]) throws -> String {
        let signed =
            try Self.text(JSONSerialization.data(withJSONObject: ["alg": "HS256", "kid": self.id])) + "."
            + Self.text(JSONSerialization.data(withJSONObject: claims))
        let secret = SymmetricKey(data: Data((self.json["n"] ?? self.json["x"] ?? "").utf8))
        return "\(signed).\(Self.text(Data(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: secret))))"
    }

    static func text(_ data: some DataProtocol) -> String {
        Data(data).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
