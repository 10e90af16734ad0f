import Testing

@testable import Kafka

/// Against librdkafka's mock cluster, by assignment.
@Suite(.timeLimit(.minutes(1))) struct KafkaConsumerTests {
    private let cluster: KafkaMockCluster
    private let place = KafkaTopicPartition("t", 0)

    init() throws {
        self.cluster = try KafkaMockCluster()
        try self.cluster.createTopic("t", partitions: 2)
    }

    private func send(_ records: [KafkaRecord]) async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        _ = try await producer.send(records)
        await producer.close()
    }

    @Test func nullAndEmptyAreKeptApart() async throws {
        let headers = [
            KafkaHeader("ce_id", Array("1".utf8)), KafkaHeader("empty", []), KafkaHeader("null", nil),
            KafkaHeader("ce_id", Array("again".utf8)),
        ]
        let records = [
            KafkaRecord(topic: "t", partition: 0, key: nil, value: nil, timestamp: 1_600_000_000_000),
            KafkaRecord(topic: "t", partition: 0, key: [], value: [], timestamp: 1_600_000_000_001),
            KafkaRecord(
                topic: "t", partition: 0, key: [0], value: [0, 1], headers: headers, timestamp: 1_600_000_000_002),
        ]
        try await self.send(records)
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .beginning])
        let expected = records.enumerated().map { index, record in
            KafkaMessage(
                topicPartition: self.place, offset: Int64(index), key: record.key, value: record.value,
                headers: record.headers, timestamp: record.timestamp ?? -1)
        }
        #expect(try await consumer.read(3) == expected)
        await consumer.close()
    }

    @Test func theEndOfAPartitionComesWithItsOffset() async throws {
        try await self.send((0..<3).map { KafkaRecord("t", "\($0)") })
        let consumer = try KafkaConsumer(self.cluster.configuration())
        let other = KafkaTopicPartition("t", 1)
        try await consumer.assign([self.place: .offset(1), other: .beginning])
        let (messages, ends) = try await consumer.readToEnd(partitions: 2)
        #expect(messages.map(\.text) == ["1", "2"])
        #expect(ends == [self.place: 3, other: 0])
        #expect(try await consumer.position([self.place, other]) == [self.place: 3])
        await consumer.close()
    }

    @Test func aPollWakesForTheFirstMessage() async throws {
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .beginning])
        _ = try await consumer.readToEnd()
        let reading = Task { try await consumer.poll(max: 10, timeout: .seconds(30)) }
        try await self.send([KafkaRecord("t", "a")])
        let start = ContinuousClock.now
        #expect(try await reading.value.messages.map(\.text) == ["a"])
        #expect(start.duration(to: .now) < .seconds(5))
        await consumer.close()
    }

    @Test func aPollTakesNoMoreThanAskedAndKeepsTheRest() async throws {
        try await self.send((0..<5).map { KafkaRecord("t", "\($0)") })
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .beginning])
        #expect(try await consumer.poll(max: 2, timeout: .seconds(10)).messages.count <= 2)
        _ = try await consumer.readToEnd()
        #expect(try await consumer.position([self.place]) == [self.place: 5])
        await consumer.close()
    }

    @Test func cancellingWakesAPoll() async throws {
        let consumer = try KafkaConsumer(self.cluster.configuration())
        let reading = Task { try await consumer.poll(max: 1, timeout: .seconds(50)) }
        reading.cancel()
        #expect(try await reading.value == KafkaPoll())
        #expect(try await consumer.poll(max: 1, timeout: .milliseconds(10)) == KafkaPoll())
        await consumer.close()
    }

    @Test func anEmptyPollLastsItsTime() async throws {
        let consumer = try KafkaConsumer(self.cluster.configuration())
        let start = ContinuousClock.now
        #expect(try await consumer.poll(max: 1, timeout: .milliseconds(200)) == KafkaPoll())
        #expect(start.duration(to: .now) >= .milliseconds(200))
        await consumer.close()
    }

    @Test func closingEndsARunningPoll() async throws {
        let consumer = try KafkaConsumer(self.cluster.configuration())
        let reading = Task { try await consumer.poll(max: 1, timeout: .seconds(50)) }
        await consumer.close()
        await consumer.close()
        // The poll had begun, and ends empty, or had not, and finds the consumer closed.
        switch await reading.result {
        case .success(let poll): #expect(poll == KafkaPoll())
        case .failure(let error): #expect((error as? KafkaError)?.code == .destroyed)
        }
        let error = await #expect(throws: KafkaError.self) { try await consumer.seek([self.place: .beginning]) }
        #expect(error?.code == .destroyed)
    }

    @Test func aPositionThatIsNotKeptAnyMoreIsAnError() async throws {
        try await self.send([KafkaRecord("t", "a")])
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .offset(1000)])
        let error = await #expect(throws: KafkaError.self) { try await consumer.poll(max: 1, timeout: .seconds(10)) }
        #expect(error?.code == .noOffset)
        #expect(error?.operation == "read t[0]")
        await consumer.close()
    }

    @Test func pausingKeepsThePlace() async throws {
        try await self.send((0..<6).map { KafkaRecord("t", "\($0)") })
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .beginning])
        #expect(try await consumer.read(2).map(\.text) == ["0", "1"])
        try await consumer.pause([self.place])
        #expect(try await consumer.poll(max: 10, timeout: .milliseconds(300)).messages == [])
        try await consumer.resume([self.place])
        #expect(try await consumer.read(4).map(\.text) == ["2", "3", "4", "5"])
        await consumer.close()
    }

    @Test func seekingDropsWhatWasFetchedAhead() async throws {
        try await self.send((0..<6).map { KafkaRecord("t", "\($0)") })
        let consumer = try KafkaConsumer(self.cluster.configuration())
        try await consumer.assign([self.place: .beginning])
        #expect(try await consumer.read(4).map(\.text) == ["0", "1", "2", "3"])
        try await consumer.seek([self.place: .offset(1)])
        #expect(try await consumer.read(2).map(\.text) == ["1", "2"])
        await consumer.close()
    }

    @Test func theEndIsWhereTheNextRecordComes() async throws {
        try await self.send([KafkaRecord("t", "a"), KafkaRecord("t", "b")])
        let consumer = try KafkaConsumer(self.cluster.configuration())
        #expect(try await consumer.end(of: self.place) == 2)
        await consumer.close()
    }

    @Test func forgettingToCloseEndsTheClientToo() async throws {
        weak var client: RDKafkaClient?
        do {
            let consumer = try KafkaConsumer(self.cluster.configuration())
            try await consumer.assign([self.place: .beginning])
            _ = try await consumer.readToEnd()
            client = try await consumer.box.watched()
        }
        while client != nil { await Task.yield() }
    }
}
