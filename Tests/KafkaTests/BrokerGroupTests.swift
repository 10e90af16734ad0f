import Testing

@testable import Kafka

/// Against a real broker: two members of one group.
@Suite(.timeLimit(.minutes(1))) struct BrokerGroupTests {
    @Test func partitionsMoveOnlyWhenTheOwnerHasFinished() async throws {
        let broker = try TestBroker(["heartbeat.interval.ms": "200"])
        try await broker.withTopic(partitions: 2) { topic in
            let places: Set = [KafkaTopicPartition(topic, 0), KafkaTopicPartition(topic, 1)]
            let first = try KafkaMember(broker.configuration, topic)
            let second = try KafkaMember(broker.configuration, topic)
            try await first.join()
            try await first.settle { $0.held == places }
            try await second.join()
            // The first is asked to give up before the second is given anything.
            let asked = try await first.step(until: { if case .revoked = $0 { true } else { false } }, with: second)
            guard case .revoked(_, let lost) = asked else {
                Issue.record("expected a revocation but found \(String(describing: asked))")
                return
            }
            #expect(!lost)
            #expect(second.held == [])
            try await first.complete()
            try await KafkaMember.settle(first, second) { $0.held.count == 1 && $1.held.count == 1 }
            #expect(first.held.union(second.held) == places)
            let admin = try KafkaAdmin(broker.configuration)
            #expect(try await admin.memberCount(ofGroup: topic) == 2)
            await second.close()
            try await first.settle { $0.held == places }
            await first.close()
            #expect(try await admin.memberCount(ofGroup: topic) == 0)
            await admin.close()
        }
    }

    @Test func aMemberCommitsAndItsSuccessorGoesOnThere() async throws {
        let broker = try TestBroker()
        try await broker.withTopic { topic in
            let place = KafkaTopicPartition(topic, 0)
            let producer = try KafkaProducer(broker.configuration)
            _ = try await producer.send((0..<4).map { KafkaRecord(topic, "\($0)") })
            await producer.close()
            let first = try KafkaConsumer(broker.configuration, group: topic, offsetReset: .beginning)
            try await first.subscribe([topic])
            #expect(try await first.nextRebalance() == .assigned([place]))
            try await first.completeRebalance()
            #expect(try await first.read(2).map(\.text) == ["0", "1"])
            try await first.commit([place: 2])
            await first.close()
            let second = try KafkaConsumer(broker.configuration, group: topic)
            try await second.subscribe([topic])
            #expect(try await second.nextRebalance() == .assigned([place]))
            try await second.completeRebalance()
            #expect(try await second.read(2).map(\.text) == ["2", "3"])
            await second.close()
        }
    }
}
