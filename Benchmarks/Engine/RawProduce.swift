import Kafka
import Redressal

@testable import RedressalRuntime

/// Writing given records with the idempotent producer, as fast as the brokers take them.
struct RawProduce {
    /// How many records are handed over at once.
    private static let chunk = 10_000

    private let records: [NewRecord]

    init(_ records: [NewRecord]) { self.records = records }

    /// - Parameter log: An empty one.
    /// - Returns: How long it took.
    func time(on log: any Log) async throws -> Duration {
        guard let log = log as? KafkaLog else { throw BenchFailure("expected Kafka's log but found another") }
        let producer = try KafkaProducer(self.configuration(log.configuration))
        let records = self.records.map { $0.kafka(log.names) }
        do {
            try await self.warm(producer, records)
            let start = ContinuousClock.now
            try await self.send(records, with: producer)
            let time = start.duration(to: .now)
            await producer.close()
            return time
        } catch {
            await producer.close()
            throw error
        }
    }

    /// Large batches and room for all records: what librdkafka's introduction recommends for throughput.
    private func configuration(_ given: KafkaConfiguration) -> KafkaConfiguration {
        var configuration = given
        configuration.extra["linger.ms"] = "5"
        configuration.extra["batch.size"] = "1000000"
        configuration.extra["queue.buffering.max.messages"] = "1000000"
        configuration.extra["queue.buffering.max.kbytes"] = "1000000"
        configuration.extra["message.timeout.ms"] = "120000"
        return configuration
    }

    /// Sends one record to each partition: a new producer's first takes a second, until it knows leaders and has its id.
    private func warm(_ producer: KafkaProducer, _ records: [KafkaRecord]) async throws {
        var first: [KafkaTopicPartition: KafkaRecord] = [:]
        for record in records { first[KafkaTopicPartition(record.topic, record.partition)] = record }
        _ = try await producer.send(Array(first.values))
    }

    private func send(_ records: [KafkaRecord], with producer: KafkaProducer) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in stride(from: 0, to: records.count, by: Self.chunk) {
                // Three on their way: brokers never wait for us.
                if first >= 3 * Self.chunk { try await group.next() }
                let chunk = Array(records[first..<min(first + Self.chunk, records.count)])
                group.addTask { _ = try await producer.send(chunk) }
            }
            try await group.waitForAll()
        }
    }
}
