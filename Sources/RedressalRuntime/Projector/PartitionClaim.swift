/// A worker's claim on one partition of the read models.
///
/// The token is checked in every transaction that writes, so that a worker that lost its claim can write nothing.
struct PartitionClaim: Sendable {
    let partition: Int
    let token: Int64
    /// The offset to read next.
    var position: Int64
    /// The highest epoch an owner announced up to there.
    var epoch: Int64
}
