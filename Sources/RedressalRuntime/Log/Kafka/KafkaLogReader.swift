import Kafka
import Redressal
import Synchronization

/// Reads committed records of a ``KafkaLog``; for one task at a time.
final class KafkaLogReader: LogReader {
    private let topic: Topic
    private let consumer: KafkaConsumer
    private let positions: Mutex<KafkaReadingPositions>
    private let isClosed = Atomic(false)

    init(
        _ configuration: KafkaConfiguration, _ names: KafkaLogNames, _ topic: Topic, _ offsets: [Int: Int64]
    ) async throws {
        self.topic = topic
        self.positions = Mutex(KafkaReadingPositions(offsets))
        // Answers are kept for a day only, so whoever comes late begins where they begin; elsewhere a gap is an error.
        self.consumer = try KafkaConsumer(
            configuration.forReading, offsetReset: topic == .outcomes ? .beginning : .fail)
        let places = offsets.map { (names.place(LogPlace(topic: topic, partition: $0)), KafkaPosition.offset($1)) }
        try await self.consumer.assign(Dictionary(uniqueKeysWithValues: places))
    }

    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch {
        let deadline = ContinuousClock.now.advanced(by: wait)
        while true {
            let rest = max(.zero, ContinuousClock.now.duration(to: deadline))
            let poll: KafkaPoll
            do {
                poll = try await self.consumer.poll(max: limit, timeout: rest)
            } catch {
                throw LogError(kafka: error, "read \(self.topic)")
            }
            let moved = self.positions.withLock { $0.advance(by: poll) }
            let batch = LogBatch(records: poll.messages.map { LogRecord($0, of: self.topic) }, positions: moved)
            if !moved.isEmpty { return batch }
            guard !self.isClosed.load(ordering: .acquiring) else { throw LogError(.closed, "the reader is closed") }
            // The end of a partition is news only when the position moved, past markers of transactions.
            if rest == .zero || Task.isCancelled { return batch }
        }
    }

    func close() async {
        self.isClosed.store(true, ordering: .releasing)
        await self.consumer.close()
    }
}

extension KafkaConfiguration {
    /// The same, with less read ahead than librdkafka's 64 MB, because a process has several readers, and with less
    /// patience for topics that do not exist, because `prepare` has waited for them.
    fileprivate var forReading: KafkaConfiguration {
        var copy = self
        let preferred = ["queued.max.messages.kbytes": "16384", "topic.metadata.propagation.max.ms": "3000"]
        copy.extra.merge(preferred) { mine, _ in mine }
        return copy
    }
}
