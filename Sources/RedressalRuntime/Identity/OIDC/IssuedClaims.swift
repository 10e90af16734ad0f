import Foundation
import JWTKit
import Redressal

/// The claims of a token, as the issuer wrote them.
struct IssuedClaims: JWTPayload {
    let iss: String?
    let aud: AudienceClaim?
    let exp: Double?
    let nbf: Double?
    let iat: Double?
    let sub: String?
    let jti: String?
    let preferredUsername: String?

    private enum CodingKeys: String, CodingKey {
        case iss, aud, exp, nbf, iat, sub, jti
        case preferredUsername = "preferred_username"
    }

    /// What they say is judged by ``TokenRule``, with a clock that tests can move.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// - Parameter claim: The one that holds the account.
    func claims(account claim: OIDCSettings.AccountClaim) -> TokenClaims {
        TokenClaims(
            issuer: self.iss, audiences: self.aud?.value ?? [], expires: Self.instant(self.exp),
            notBefore: Self.instant(self.nbf), issued: Self.instant(self.iat),
            account: claim == .sub ? self.sub : self.preferredUsername)
    }

    /// Whether its times can be read: one that cannot is not the same as one that is missing.
    var isReadable: Bool {
        [self.exp, self.nbf, self.iat].allSatisfy { $0 == nil || Self.instant($0) != nil }
    }

    private static func instant(_ seconds: Double?) -> Instant? {
        // Up to the year 9999.
        guard let seconds, seconds >= 0, seconds < 253_402_300_800 else { return nil }
        return Instant(milliseconds: Int64(seconds * 1000))
    }
}
