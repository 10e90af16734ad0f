import Redressal

/// A token as administrators see it; the secret itself is not kept.
package struct AccessToken: Hashable, Sendable, Encodable {
    package let id: String
    package let account: String
    package let note: String?
    package let created: Instant
    package let expires: Instant
}
