import Testing

@testable import Kafka

/// Against a real broker: records of all shapes and sizes.
@Suite(.timeLimit(.minutes(1))) struct BrokerRecordTests {
    private let broker: TestBroker

    init() throws {
        self.broker = try TestBroker()
    }

    @Test func nullAndEmptyAreKeptApart() async throws {
        // Retention goes by the records' own timestamps, and these are years old.
        try await self.broker.withTopic(config: ["retention.ms": "-1"]) { topic in
            let headers = [KafkaHeader("ce_id", [49]), KafkaHeader("null", nil), KafkaHeader("ce_id", [50])]
            let records = [
                KafkaRecord(topic: topic, partition: 0, key: nil, value: nil, timestamp: 1_600_000_000_000),
                KafkaRecord(topic: topic, partition: 0, key: [7], value: [], timestamp: 1_600_000_000_001),
                KafkaRecord(
                    topic: topic, partition: 0, key: [8], value: [0, 1], headers: headers, timestamp: 1_600_000_000_002),
            ]
            let producer = try KafkaProducer(self.broker.configuration)
            #expect(try await producer.send(records) == [0, 1, 2])
            await producer.close()
            let place = KafkaTopicPartition(topic, 0)
            let consumer = try KafkaConsumer(self.broker.configuration)
            try await consumer.assign([place: .beginning])
            let expected = records.enumerated().map { index, record in
                KafkaMessage(
                    topicPartition: place, offset: Int64(index), key: record.key, value: record.value,
                    headers: record.headers, timestamp: record.timestamp ?? -1)
            }
            #expect(try await consumer.read(3) == expected)
            try await consumer.seek([place: .offset(1)])
            #expect(try await consumer.read(1) == [expected[1]])
            await consumer.close()
        }
    }

    @Test func aRecordOf900KilobytesPasses() async throws {
        try await self.broker.withTopic { topic in
            let big = (0..<900_000).map { UInt8(truncatingIfNeeded: $0) }
            let producer = try KafkaTransactionalProducer(self.broker.configuration, transactionalID: topic)
            try await producer.initTransactions()
            _ = try await producer.commit([KafkaRecord(topic: topic, partition: 0, value: big)])
            await producer.close()
            let consumer = try KafkaConsumer(self.broker.configuration)
            try await consumer.assign([KafkaTopicPartition(topic, 0): .beginning])
            let values = try await consumer.read(1).map(\.value)
            #expect(values == [big])
            await consumer.close()
        }
    }

    @Test func aTopicOfMoreThanAHundredMegabytesIsReadFromItsStart() async throws {
        try await self.broker.withTopic { topic in
            let producer = try KafkaProducer(self.broker.configuration)
            let value = [UInt8](repeating: 65, count: 900_000)
            for _ in 0..<12 {
                let ten = (0..<10).map { _ in KafkaRecord(topic: topic, partition: 0, value: value) }
                _ = try await producer.send(ten)
            }
            await producer.close()
            let consumer = try KafkaConsumer(self.broker.configuration)
            try await consumer.assign([KafkaTopicPartition(topic, 0): .beginning])
            let sizes = try await consumer.read(120).map { $0.value?.count }
            #expect(sizes == Array(repeating: 900_000, count: 120))
            await consumer.close()
        }
    }
}
