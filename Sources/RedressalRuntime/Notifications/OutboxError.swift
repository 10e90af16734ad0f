/// Why notices could not be written.
enum OutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process has taken the partition.
    case fenced(partition: Int)

    var description: String {
        switch self {
        case .fenced(let partition): "expected to own partition \(partition) but another process has taken it"
        }
    }
}
