import Testing

@testable import Kafka

/// Group membership, against librdkafka's mock cluster, whose first join takes three seconds.
@Suite(.timeLimit(.minutes(1))) struct KafkaGroupTests {
    private let cluster: KafkaMockCluster
    private let place = KafkaTopicPartition("t", 0)

    init() throws {
        self.cluster = try KafkaMockCluster()
        try self.cluster.createTopic("t")
    }

    @Test(arguments: ["range,roundrobin", "cooperative-sticky"])
    func anAssignmentStartsWhereTheOwnerSays(strategy: String) async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        _ = try await producer.send((0..<4).map { KafkaRecord("t", "\($0)") })
        let consumer = try KafkaConsumer(
            self.cluster.configuration(["partition.assignment.strategy": strategy]), group: "g")
        try await consumer.subscribe(["t"])
        #expect(try await consumer.nextRebalance() == .assigned([self.place]))
        let early = try await consumer.poll(max: 9, timeout: .milliseconds(200))
        #expect(early == KafkaPoll(), "nothing before completion")
        try await consumer.completeRebalance(startingAt: [self.place: .offset(2)])
        #expect(try await consumer.read(2).map(\.text) == ["2", "3"])
        try await consumer.commit([self.place: 3])
        #expect(try await consumer.committed([self.place]) == [self.place: 3])
        try await consumer.completeRebalance()
        await consumer.close()
        await producer.close()
    }

    @Test(arguments: ["range,roundrobin", "cooperative-sticky"])
    func closingWithAnIncompleteRebalanceEnds(strategy: String) async throws {
        // Story: librdkafka's close waited for ever for the answer to a rebalance that had been polled.
        let consumer = try KafkaConsumer(
            self.cluster.configuration(["partition.assignment.strategy": strategy]), group: "g",
            offsetReset: .beginning)
        try await consumer.subscribe(["t"])
        #expect(try await consumer.nextRebalance() == .assigned([self.place]))
        await consumer.close()
    }

    @Test func pollingKeepsTheMembership() async throws {
        let short = [
            "session.timeout.ms": "6000", "max.poll.interval.ms": "6000", "heartbeat.interval.ms": "500",
        ]
        let consumer = try KafkaConsumer(self.cluster.configuration(short), group: "g")
        try await consumer.subscribe(["t"])
        #expect(try await consumer.nextRebalance() == .assigned([self.place]))
        try await consumer.completeRebalance(startingAt: [self.place: .beginning])
        let deadline = ContinuousClock.now.advanced(by: .seconds(8))
        while ContinuousClock.now < deadline {
            let poll = try await consumer.poll(max: 10, timeout: .milliseconds(100))
            #expect(poll.rebalance == nil, "a consumer that polls must stay in its group")
        }
        await consumer.close()
    }

    @Test func groupMetadataCrossesTasks() async throws {
        let consumer = try KafkaConsumer(self.cluster.configuration(), group: "g")
        let metadata = try await consumer.groupMetadata()
        let named = try KafkaGroupMetadata(group: "g")
        #expect(metadata == named, "no membership yet, so only the name")
        await consumer.close()
    }
}
