/// The right to decide the cases of one partition, until somebody else takes it.
package protocol PartitionOwner: Sendable {
    var partition: Int { get }

    /// The offset of the first command not yet answered.
    func position() async throws(LogError) -> Int64

    /// Appends events, outcomes and commands for other cases, and moves the position: all of it or nothing.
    ///
    /// - Parameter position: The offset of the next command to answer; nil leaves it.
    /// - Returns: The records' offsets, in order.
    /// - Throws: ``LogError`` `.fenced` when somebody else owns the partition, `.unknownOutcome` when nobody can tell
    ///   whether it happened. After either this owner is of no more use: take ownership again and read.
    func commit(_ records: [NewRecord], position: Int64?) async throws(LogError) -> [Int64]

    func release() async
}
