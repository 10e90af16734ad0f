/// Where an engine can begin to read a partition, because snapshots of its cases tell what was before.
package struct SnapshotStart: Hashable, Sendable {
    /// The offset of the first event that the snapshots do not hold.
    package let events: Int64
    /// The highest epoch announced before it.
    package let epoch: Int64
    /// The latest moment recorded before it.
    package let recorded: Instant?
    /// The offset of the first outcome of which nothing is kept.
    package let outcomes: Int64

    package init(events: Int64 = 0, epoch: Int64 = 0, recorded: Instant? = nil, outcomes: Int64 = 0) {
        self.events = events
        self.epoch = epoch
        self.recorded = recorded
        self.outcomes = outcomes
    }
}
