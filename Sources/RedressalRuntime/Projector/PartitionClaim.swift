/// A worker's claim on one partition of the read models.
///
/// The token is checked in every transaction that writes, so that a worker that lost its claim can write nothing.
package struct PartitionClaim: Sendable {
    package let partition: Int
    package let token: Int64
    /// The offset to read next.
    package var position: Int64
    /// The highest epoch an owner announced up to there.
    package var epoch: Int64

    package init(partition: Int, token: Int64, position: Int64, epoch: Int64) {
        self.partition = partition
        self.token = token
        self.position = position
        self.epoch = epoch
    }
}
