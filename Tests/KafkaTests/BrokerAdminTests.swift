import Testing

@testable import Kafka

/// Against a real broker: topics and groups.
@Suite(.timeLimit(.minutes(1))) struct BrokerAdminTests {
    @Test func aTopicIsMadeDescribedAndDeleted() async throws {
        let admin = try KafkaAdmin(TestBroker().configuration)
        let topic = TestBroker.uniqueName("topic")
        #expect(try await admin.describeTopic(topic) == nil)
        try await admin.createTopic(topic, partitions: 3, config: ["retention.ms": "-1", "cleanup.policy": "delete"])
        let description = try #require(try await admin.describeTopic(topic))
        #expect(description.partitions == 3)
        #expect(description.config["retention.ms"] == "-1")
        #expect(description.config["cleanup.policy"] == "delete")
        let error = await #expect(throws: KafkaError.self) { try await admin.createTopic(topic, partitions: 3) }
        #expect(error?.code == .topicAlreadyExists)
        #expect(try await admin.topics()[topic] == 3)
        try await admin.deleteTopics([topic])
        #expect(try await admin.describeTopic(topic) == nil)
        let gone = await #expect(throws: KafkaError.self) { try await admin.deleteTopics([topic]) }
        #expect(gone?.code == .unknownTopicOrPartition)
        await admin.close()
    }

    @Test func aBrokerIsReachableOrNot() async throws {
        let admin = try KafkaAdmin(TestBroker().configuration)
        try await admin.checkReachable()
        await admin.close()
        let closed = await #expect(throws: KafkaError.self) { try await admin.checkReachable() }
        #expect(closed?.code == .destroyed)
        let lost = try KafkaAdmin(
            KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "test"), timeout: .milliseconds(300))
        let error = await #expect(throws: KafkaError.self) { try await lost.checkReachable() }
        #expect([.transport, .timedOut].contains(error?.code), "\(String(describing: error))")
        await lost.close()
    }
}
