import Redressal

/// How far one partition is folded in, as it is shown.
struct ProjectionDocument: Encodable {
    let partition: Int
    /// The offset of the first record that is not folded in.
    let position: Int64
    /// The offset after the last record there is; missing where nobody can tell.
    let end: Int64?
    /// How many records are not folded in.
    let lag: Int64?
    let epoch: Int64
    let accepted: Int64
    let voided: Int64
    let moved: Instant
    let recorded: Instant?

    init(_ standing: PartitionStanding, end: Int64?) {
        self.partition = standing.partition
        self.position = standing.position
        self.end = end
        self.lag = end.map { max(0, $0 - standing.position) }
        self.epoch = standing.epoch
        self.accepted = standing.accepted
        self.voided = standing.voided
        self.moved = standing.moved
        self.recorded = standing.recorded
    }
}
