import Foundation
import JWTKit
import Redressal

/// A public key that an issuer signs tokens with, for one algorithm alone.
struct IssuerKey: Sendable {
    let id: String
    let algorithm: String
    /// Holds this key and no other: with several, the library would fall back on another when it finds none.
    private let keys: JWTKeyCollection

    /// The shortest modulus of an RSA key, in bits (NIST SP 800-131A).
    private static let shortestModulus = 2048

    /// Reads a key of a key set (JWK, RFC 7517).
    ///
    /// - Returns: nil for a key that no algorithm of ours has, for another use than signatures, or without a name.
    init?(_ json: Data) async {
        guard let facts = try? JSONDecoder().decode(Facts.self, from: json), let id = facts.kid,
            let algorithm = facts.algorithm, facts.isForSignatures,
            var key = try? JSONDecoder().decode(JWK.self, from: json), key.privateExponent == nil
        else { return nil }
        key.algorithm = JWK.Algorithm(rawValue: algorithm)
        let keys = JWTKeyCollection()
        guard (try? await keys.add(jwk: key)) != nil else { return nil }
        self.id = id
        self.algorithm = algorithm
        self.keys = keys
    }

    /// - Returns: nil when the signature is not by this key, or what it signs cannot be read.
    func verified(_ token: String) async -> IssuedClaims? {
        try? await self.keys.verify(token, as: IssuedClaims.self)
    }

    /// What a key says of itself.
    private struct Facts: Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let operations: [String]?
        let crv: String?
        let n: String?

        private enum CodingKeys: String, CodingKey {
            case kty, kid, use, alg, crv, n
            case operations = "key_ops"
        }

        var isForSignatures: Bool { (self.use ?? "sig") == "sig" && (self.operations?.contains("verify") ?? true) }

        /// The one algorithm that the key is for.
        var algorithm: String? {
            let own: String? =
                switch (self.kty, self.crv) {
                case ("RSA", _): self.bits >= IssuerKey.shortestModulus ? "RS256" : nil
                case ("EC", "P-256"): "ES256"
                case ("OKP", "Ed25519"): "EdDSA"
                default: nil
                }
            return self.alg == nil || self.alg == own ? own : nil
        }

        /// How long the modulus is; base64url has six bits a character.
        private var bits: Int { (self.n?.utf8.count ?? 0) * 6 / 8 * 8 }
    }
}
