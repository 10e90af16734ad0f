import Redressal

/// A log that never lets anybody own a partition, and gives no error either.
struct HangingLog: Log {
    let log: any Log

    var partitionCount: Int { self.log.partitionCount }

    func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
        throw LogError(.closed, "expected an owner but the task was cancelled")
    }

    func prepare() async throws(LogError) { try await self.log.prepare() }

    func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] { try await self.log.append(records) }

    func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        try await self.log.reader(of: topic, from: offsets)
    }

    func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        try await self.log.end(of: topic, partition: partition)
    }

    func joinEngines(as name: String) async throws(LogError) -> any Membership {
        try await self.log.joinEngines(as: name)
    }

    func close() async { await self.log.close() }
}
