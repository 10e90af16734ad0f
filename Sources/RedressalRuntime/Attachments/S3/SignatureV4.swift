import Crypto
import Redressal

/// Signs requests by AWS Signature Version 4, algorithm `AWS4-HMAC-SHA256`, as S3-compatible stores check it.
///
/// Source: AWS, "Signature Version 4 for API requests", section "Create a signed AWS API request".
struct SignatureV4: Sendable {
    private static let algorithm = "AWS4-HMAC-SHA256"

    let credentials: S3Credentials
    let region: String
    var service = "s3"

    /// An instant as signatures have it: `20130524T000000Z`.
    static func stamp(_ instant: Instant) -> String {
        instant.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// The value of the header `Authorization`.
    ///
    /// - Parameters:
    ///   - path: Of unreserved characters and slashes alone; there is no query.
    ///   - headers: Everything that is signed, by lower-case name; `host` and `x-amz-date` among it.
    ///   - hash: The body's SHA-256 in hexadecimal.
    ///   - stamp: As ``stamp(_:)`` gives it, and the header `x-amz-date`.
    func authorization(
        _ method: String, _ path: String, _ headers: [String: String], hash: String, stamp: String
    ) -> String {
        let names = headers.keys.sorted()
        let lines = names.map { "\($0):\(headers[$0, default: ""])\n" }.joined()
        let signed = names.joined(separator: ";")
        let request = [method, path, "", lines, signed, hash].joined(separator: "\n")
        let scope = "\(stamp.prefix(8))/\(self.region)/\(self.service)/aws4_request"
        let digest = Hex.encode(Array(SHA256.hash(data: Array(request.utf8))))
        let text = [Self.algorithm, stamp, scope, digest].joined(separator: "\n")
        let signature = Hex.encode(Array(Self.code(text, self.key(scope))))
        return "\(Self.algorithm) "
            + "Credential=\(self.credentials.id)/\(scope), SignedHeaders=\(signed), Signature=\(signature)"
    }

    /// The key of a day, a region and a service.
    private func key(_ scope: String) -> SymmetricKey {
        scope.split(separator: "/").reduce(self.credentials.secret) { SymmetricKey(data: Self.code($1, $0)) }
    }

    private static func code(_ text: some StringProtocol, _ key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    }
}
