/// Why snapshots cannot be used; taking the partition over again reads what is missing from the log.
package enum SnapshotError: Error, Hashable, Sendable {
    /// They go less far than they went before: other read models were made live.
    case behind(partition: Int, position: Int64, expected: Int64)
    /// They were made by another version of the program.
    case otherVersion(partition: Int)
}

extension SnapshotError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .behind(let partition, let position, let expected):
            "expected the read models of partition \(partition) to be folded to \(expected) at least but they are folded to "
                + "\(position)"
        case .otherVersion(let partition):
            "expected the read models of partition \(partition) to be of this program's version but they are of another"
        }
    }
}
