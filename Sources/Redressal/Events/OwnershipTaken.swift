/// An engine became the owner of a partition; what an earlier owner still writes is void from here on.
package struct OwnershipTaken: Hashable, Sendable, Codable {
    package static let kind = "OwnershipTaken"

    /// Greater than every epoch before it in this partition.
    package let epoch: Int64
    package let recorded: Instant
    /// Which process, for people who look for it.
    package let owner: String

    package init(epoch: Int64, recorded: Instant, owner: String) {
        self.epoch = epoch
        self.recorded = recorded
        self.owner = owner
    }
}
