import Redressal

/// Why rows could not be written.
package enum ProjectionError: Error, Hashable, Sendable {
    /// Another worker has taken the partition.
    case fenced(partition: Int)
    /// The position in the database is another than this worker wrote last.
    case positionMoved(partition: Int, expected: Int64, found: Int64)
    /// The rows are folded further than the log goes: they are of another log, or the log has lost records.
    case beyondEnd(partition: Int, position: Int64, end: Int64)
}

extension ProjectionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fenced(let partition): "expected to own partition \(partition) but another worker has taken it"
        case .positionMoved(let partition, let expected, let found):
            "expected partition \(partition) to be folded to \(expected) but found \(found)"
        case .beyondEnd(let partition, let position, let end):
            "expected the read models of partition \(partition) to be folded to the log's end \(end) at most but they are "
                + "folded to \(position): they are of another log, or the log has lost records; if the log is the right one "
                + "and whole, build them anew with `redressal projection rebuild` and `redressal projection switch`"
        }
    }
}

extension ProjectionError {
    /// - Throws: ``beyondEnd(partition:position:end:)`` for a position that the log does not reach; `LogError`.
    static func check(_ position: Int64, of partition: Int, in log: any Log) async throws {
        let end = try await log.end(of: .events, partition: partition)
        guard position <= end else { throw Self.beyondEnd(partition: partition, position: position, end: end) }
    }
}
