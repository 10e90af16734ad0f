/// A claim on one partition's position in the outbox.
struct OutboxClaim: Sendable {
    let partition: Int
    let token: Int64
    /// The offset to look at next.
    var position: Int64
}
