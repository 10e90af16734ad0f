import Crypto

extension EventHash {
    /// The root of a tree without leaves (RFC 6962 §2.1).
    static let ofNothing = EventHash(digest: SHA256().finalize())

    /// What stands above two neighbours in a tree: SHA-256 over a one byte and both (RFC 6962 §2.1).
    static func above(_ left: EventHash, _ right: EventHash) -> EventHash {
        var hasher = SHA256()
        hasher.update(data: [1])
        hasher.update(data: left.bytes)
        hasher.update(data: right.bytes)
        return EventHash(digest: hasher.finalize())
    }
}
