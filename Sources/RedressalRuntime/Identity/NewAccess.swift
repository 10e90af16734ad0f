import Foundation
import Redressal

/// A session or a token that begins.
struct NewAccess: Sendable {
    /// What a secret stands for.
    enum Kind: String {
        case session
        case token
    }

    let secret = AccessSecret(bytes: SystemRandom.bytes(32))
    /// What administrators call it.
    let id = UUID().uuidString.lowercased()
    let kind: Kind
    let account: String
    let note: String?
    let begun: Instant
    let expires: Instant

    /// - Parameter length: How long it holds, in seconds.
    init(_ kind: Kind, of account: String, length: Int64, note: String? = nil, at now: Instant) {
        self.kind = kind
        self.account = account
        self.note = note
        self.begun = now
        self.expires = now.advanced(bySeconds: length)
    }
}
