import Redressal

/// Counts commands and outcomes as they come into the log: when there are as many, every command is answered.
actor AnswerTally {
    private let log: any Log
    private var readers: [Topic: any LogReader] = [:]
    private var positions: [Topic: [Int: Int64]] = [:]
    private var counts: [Topic: Int] = [:]

    init(_ log: any Log) { self.log = log }

    /// Reads what is there.
    ///
    /// - Returns: How many commands have no answer yet; nil when the end was not reached.
    func unanswered() async throws -> Int? {
        guard try await self.read(.commands), try await self.read(.outcomes) else { return nil }
        return self.counts[.commands, default: 0] - self.counts[.outcomes, default: 0]
    }

    /// Waits a moment for the next outcome.
    func pace() async throws {
        _ = try await self.take(.outcomes, wait: .milliseconds(20))
    }

    func close() async {
        for reader in self.readers.values { await reader.close() }
        self.readers = [:]
    }

    /// - Returns: Whether the topic is read to where it ended when asked.
    private func read(_ topic: Topic) async throws -> Bool {
        let ends = try await self.log.ends(of: topic)
        while ends.contains(where: { self.positions[topic]?[$0.key] ?? 0 < $0.value }) {
            guard try await self.take(topic, wait: .milliseconds(100)) else { return false }
        }
        return true
    }

    /// - Returns: Whether anything came.
    private func take(_ topic: Topic, wait: Duration) async throws -> Bool {
        let batch = try await self.reader(of: topic).next(5000, wait: wait)
        self.positions[topic, default: [:]].merge(batch.positions) { $1 }
        self.counts[topic, default: 0] += batch.records.filter { topic != .commands || Self.isCommand($0) }.count
        return !batch.positions.isEmpty
    }

    private func reader(of topic: Topic) async throws -> any LogReader {
        if let reader = self.readers[topic] { return reader }
        let start = Dictionary(uniqueKeysWithValues: (0..<self.log.partitionCount).map { ($0, Int64(0)) })
        let reader = try await self.log.reader(of: topic, from: start)
        self.readers[topic] = reader
        return reader
    }

    /// Engines pass over foreign records without an answer.
    private static func isCommand(_ record: LogRecord) -> Bool { CommandRecord.read(record) != nil }
}
