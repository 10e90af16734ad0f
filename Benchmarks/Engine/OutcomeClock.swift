import Redressal

/// Watches outcomes come into the log.
struct OutcomeClock {
    private let reader: any LogReader

    /// - Parameter log: Read from its end on, through a connection of its own, like a gateway's.
    init(_ log: any Log) async throws {
        self.reader = try await log.reader(of: .outcomes, from: log.ends(of: .outcomes))
    }

    /// Waits for the next batch.
    ///
    /// - Returns: How many outcomes it has.
    func first() async throws -> Int {
        var seen = 0
        while seen == 0 { seen = try await self.next(wait: .seconds(300)) }
        return seen
    }

    /// Takes what is there.
    ///
    /// - Returns: How many outcomes that were.
    func drain() async throws -> Int {
        var seen = 0
        while true {
            let batch = try await self.reader.next(10_000, wait: .zero)
            guard !batch.positions.isEmpty else { return seen }
            seen += batch.records.count
        }
    }

    /// Waits for as many more outcomes.
    func wait(for count: Int) async throws {
        var seen = 0
        while seen < count { seen += try await self.next(wait: .seconds(300)) }
    }

    func close() async { await self.reader.close() }

    private func next(wait: Duration) async throws -> Int {
        let batch = try await self.reader.next(10_000, wait: wait)
        guard !batch.positions.isEmpty else {
            throw BenchFailure("expected another outcome within \(wait) but none came")
        }
        return batch.records.count
    }
}
