import Testing

@testable import Kafka

/// Against a real broker: what transactions promise to readers.
@Suite(.timeLimit(.minutes(1))) struct BrokerIsolationTests {
    private let broker: TestBroker

    init() throws {
        self.broker = try TestBroker()
    }

    private func makeProducer(_ id: String, timeout: Duration = .seconds(15)) async throws -> KafkaTransactionalProducer
    {
        let producer = try KafkaTransactionalProducer(
            self.broker.configuration, transactionalID: id, transactionTimeout: timeout)
        try await producer.initTransactions()
        return producer
    }

    /// Everything in a partition, as one reader sees it.
    private func contents(
        _ topic: String, _ isolation: KafkaConsumer.Isolation
    ) async throws -> (texts: [String?], end: Int64?) {
        let place = KafkaTopicPartition(topic, 0)
        let consumer = try KafkaConsumer(self.broker.configuration, isolation: isolation)
        try await consumer.assign([place: .beginning])
        let (messages, ends) = try await consumer.readToEnd()
        await consumer.close()
        return (messages.map(\.text), ends[place])
    }

    @Test func readersOfCommittedRecordsDoNotSeeAbortedOnes() async throws {
        try await self.broker.withTopic { topic in
            let producer = try await self.makeProducer(topic)
            _ = try await producer.commit([KafkaRecord(topic, "committed")])
            // The second record is refused by the client, so the first one, sent before it, is aborted.
            let error = await #expect(throws: KafkaTransactionError.self) {
                try await producer.commit([KafkaRecord(topic, "aborted"), KafkaRecord(topic, "x", partition: 7)])
            }
            #expect(error?.isRecoverable == true)
            #expect(error?.cause.code == .unknownPartition)
            _ = try await producer.commit([KafkaRecord(topic, "committed too")])
            let seen = try await self.contents(topic, .committed)
            #expect(seen.texts == ["committed", "committed too"])
            let watching = try KafkaConsumer(self.broker.configuration)
            let end = try await watching.end(of: KafkaTopicPartition(topic, 0))
            #expect(seen.end == end, "the end counts the transactions' markers")
            await watching.close()
            await producer.close()
        }
    }

    @Test func aNewHolderOfTheIDFencesTheOldOne() async throws {
        try await self.broker.withTopic { topic in
            let old = try await self.makeProducer(topic)
            _ = try await old.commit([KafkaRecord(topic, "old")])
            let new = try await self.makeProducer(topic)
            _ = try await new.commit([KafkaRecord(topic, "new")])
            let error = await #expect(throws: KafkaTransactionError.self) {
                try await old.commit([KafkaRecord(topic, "zombie")])
            }
            guard case .fenced = error else {
                Issue.record("expected .fenced but found \(String(describing: error))")
                return
            }
            await old.close()
            _ = try await new.commit([KafkaRecord(topic, "newer")])
            #expect(try await self.contents(topic, .committed).texts == ["old", "new", "newer"])
            await new.close()
        }
    }

    @Test func offsetsAreCommittedWithTheRecords() async throws {
        try await self.broker.withTopic { topic in
            let place = KafkaTopicPartition(topic, 0)
            let consumer = try KafkaConsumer(self.broker.configuration, group: topic)
            let producer = try await self.makeProducer(topic)
            let group = try await consumer.groupMetadata()
            #expect(try await consumer.committed([place]) == [:])
            let offsets = try await producer.commit([KafkaRecord(topic, "a")], offsets: [place: 41], group: group)
            #expect(offsets == [0])
            #expect(try await consumer.committed([place]) == [place: 41])
            _ = await #expect(throws: KafkaTransactionError.self) {
                try await producer.commit([KafkaRecord(topic, "x", partition: 7)], offsets: [place: 99], group: group)
            }
            #expect(try await consumer.committed([place]) == [place: 41], "an aborted transaction commits no offset")
            await producer.close()
            await consumer.close()
        }
    }
}
