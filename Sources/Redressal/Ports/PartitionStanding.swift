/// How far the read models have one partition of the events folded in.
package struct PartitionStanding: Hashable, Sendable {
    package let partition: Int
    /// The offset of the first record that is not folded in.
    package let position: Int64
    /// The highest epoch of an engine seen.
    package let epoch: Int64
    package let accepted: Int64
    package let voided: Int64
    /// When rows were last written.
    package let moved: Instant
    /// The latest moment recorded in what is folded in; nil for nothing.
    package let recorded: Instant?

    package init(
        partition: Int, position: Int64, epoch: Int64, accepted: Int64, voided: Int64, moved: Instant,
        recorded: Instant?
    ) {
        self.partition = partition
        self.position = position
        self.epoch = epoch
        self.accepted = accepted
        self.voided = voided
        self.moved = moved
        self.recorded = recorded
    }
}
