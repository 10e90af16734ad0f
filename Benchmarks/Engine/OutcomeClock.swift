import Redressal

/// Watches outcomes come into the log, and says how fast they came once they had begun to.
struct OutcomeClock {
    private let reader: any LogReader

    /// - Parameter log: Read through a connection of its own, like a gateway's.
    init(_ log: any Log) async throws {
        let start = Dictionary(uniqueKeysWithValues: (0..<log.partitionCount).map { ($0, Int64(0)) })
        self.reader = try await log.reader(of: .outcomes, from: start)
    }

    /// Waits for as many outcomes.
    ///
    /// - Returns: Outcomes a second, from the first batch to the last: taking partitions over is measured elsewhere.
    func rate(of count: Int) async throws -> Double {
        var seen = 0
        var first: (at: ContinuousClock.Instant, count: Int)?
        while seen < count {
            let batch = try await self.reader.next(10_000, wait: .seconds(60))
            guard !batch.positions.isEmpty else {
                throw BenchFailure("expected \(count) outcomes but only \(seen) came")
            }
            seen += batch.records.count
            first = first ?? (.now, seen)
        }
        await self.reader.close()
        guard let first, first.count < count else { throw BenchFailure("expected outcomes in more than one batch") }
        return Rate.since(first.at, seen - first.count)
    }
}
