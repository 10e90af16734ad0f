import Crypto

/// The keys by which a store knows us; the secret one is never shown.
package struct S3Credentials: Sendable, CustomStringConvertible, CustomReflectable {
    /// The environment's variables that hold them.
    package static let variables = ["REDRESSAL_S3_ACCESS_KEY_ID", "REDRESSAL_S3_SECRET_ACCESS_KEY"]

    /// Which pair of keys it is; no secret.
    let id: String
    /// What signing begins with.
    let secret: SymmetricKey

    package init(id: String, secret: String) {
        self.id = id
        self.secret = SymmetricKey(data: Array("AWS4\(secret)".utf8))
    }

    /// - Returns: nil when one of them is missing.
    package init?(environment: [String: String]) {
        let values = Self.variables.compactMap { environment[$0] }.filter { !$0.isEmpty }
        guard values.count == 2 else { return nil }
        self.init(id: values[0], secret: values[1])
    }

    package var description: String { "keys \(self.id)" }
    package var customMirror: Mirror { Mirror(self, children: ["id": self.id]) }
}
