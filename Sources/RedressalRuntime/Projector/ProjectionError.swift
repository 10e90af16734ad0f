/// Why rows could not be written.
package enum ProjectionError: Error, Hashable, Sendable {
    /// Another worker has taken the partition.
    case fenced(partition: Int)
    /// The position in the database is another than this worker wrote last.
    case positionMoved(partition: Int, expected: Int64, found: Int64)
}

extension ProjectionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fenced(let partition): "expected to own partition \(partition) but another worker has taken it"
        case .positionMoved(let partition, let expected, let found):
            "expected partition \(partition) to be folded to \(expected) but found \(found)"
        }
    }
}
