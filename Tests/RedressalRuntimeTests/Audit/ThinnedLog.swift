import Redressal

/// A log that somebody took a record out of: everything else is as in the one behind it.
struct ThinnedLog: Log {
    private let whole: any Log
    private let missing: Int64
    private let place: LogPlace

    init(_ whole: any Log, without missing: Int64, in place: LogPlace) {
        self.whole = whole
        self.missing = missing
        self.place = place
    }

    var partitionCount: Int { self.whole.partitionCount }

    func prepare() async throws(LogError) { try await self.whole.prepare() }

    func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] { try await self.whole.append(records) }

    func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        ThinnedReader(
            whole: try await self.whole.reader(of: topic, from: offsets),
            missing: topic == self.place.topic ? self.missing : nil, partition: self.place.partition)
    }

    func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        try await self.whole.end(of: topic, partition: partition)
    }

    func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        try await self.whole.takeOwnership(of: partition)
    }

    func joinEngines(as name: String) async throws(LogError) -> any Membership {
        try await self.whole.joinEngines(as: name)
    }

    func close() async {}
}

/// Passes a record over.
private struct ThinnedReader: LogReader {
    let whole: any LogReader
    let missing: Int64?
    let partition: Int

    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch {
        let batch = try await self.whole.next(limit, wait: wait)
        return LogBatch(
            records: batch.records.filter { $0.partition != self.partition || $0.offset != self.missing },
            positions: batch.positions)
    }

    func close() async { await self.whole.close() }
}
