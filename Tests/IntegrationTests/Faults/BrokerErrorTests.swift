import Foundation
import Kafka
import RedressalTesting
import Testing

/// A broker that says of what it did that it did not.
@Suite struct BrokerErrorTests {
    @Test func recordsThatWereWrittenAndDeniedAreThereOnce() async throws {
        let direct = KafkaConfiguration(bootstrap: try Setting.bootstrap(), clientID: "test")
        let port = try #require(direct.bootstrap.split(separator: ":").last.flatMap { Int($0) })
        let relay = try Relay(to: port, isKafka: true)
        defer { relay.stop() }
        let topic = "errors-\(UUID().uuidString.lowercased())"
        let admin = try KafkaAdmin(direct)
        try await admin.createTopic(topic, partitions: 1)
        let producer = try KafkaProducer(KafkaConfiguration(bootstrap: "127.0.0.1:\(relay.port)", clientID: "test"))
        relay.set(.erring(oneIn: 2))
        var offsets: [Int64] = []
        for number in 0..<20 {
            let record = KafkaRecord(topic: topic, partition: 0, value: Array("\(number)".utf8))
            offsets += try await producer.send([record])
        }
        await producer.close()
        #expect(offsets == Array(0..<20))
        #expect(relay.errors >= 10)
        #expect(try await Self.texts(of: topic, direct) == (0..<20).map { "\($0)" })
        try await admin.deleteTopics([topic])
        await admin.close()
    }

    /// Every record of a topic with one partition.
    private static func texts(of topic: String, _ configuration: KafkaConfiguration) async throws -> [String] {
        let consumer = try KafkaConsumer(configuration)
        try await consumer.assign([KafkaTopicPartition(topic, 0): .beginning])
        var texts: [String] = []
        var isAtEnd = false
        while !isAtEnd {
            let poll = try await consumer.poll(max: 1000, timeout: .seconds(10))
            texts += poll.messages.map { String(decoding: $0.value ?? [], as: UTF8.self) }
            isAtEnd = !poll.endOfPartitions.isEmpty || (poll.messages.isEmpty && !texts.isEmpty)
        }
        await consumer.close()
        return texts
    }
}
