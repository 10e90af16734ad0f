import Redressal

/// Writing given records with the idempotent producer, as fast as the brokers take them.
struct RawProduce {
    /// How many records are handed over at once.
    private static let chunk = 5000

    private let records: [NewRecord]

    init(_ records: [NewRecord]) { self.records = records }

    /// - Parameter log: An empty one.
    /// - Returns: How long it took.
    func time(on log: any Log) async throws -> Duration {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in stride(from: 0, to: self.records.count, by: Self.chunk) {
                // Two on their way: the next is ready when the first is stored.
                if first >= 2 * Self.chunk { try await group.next() }
                let chunk = Array(self.records[first..<min(first + Self.chunk, self.records.count)])
                group.addTask { _ = try await log.append(chunk) }
            }
            try await group.waitForAll()
        }
        return start.duration(to: .now)
    }
}
