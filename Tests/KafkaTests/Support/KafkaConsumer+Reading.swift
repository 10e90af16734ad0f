import Kafka
import Testing

/// Waiting for things to be read, within a bound.
extension KafkaConsumer {
    /// Polls until `count` messages have come or ten seconds have passed.
    func read(_ count: Int) async throws -> [KafkaMessage] {
        var messages: [KafkaMessage] = []
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while messages.count < count, ContinuousClock.now < deadline {
            messages += try await self.poll(max: count - messages.count, timeout: .seconds(1)).messages
        }
        return messages
    }

    /// Polls until this many partitions have been read to their end; returns messages and ends.
    func readToEnd(
        partitions: Int = 1
    ) async throws -> (messages: [KafkaMessage], ends: [KafkaTopicPartition: Int64]) {
        var messages: [KafkaMessage] = []
        var ends: [KafkaTopicPartition: Int64] = [:]
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while ends.count < partitions, ContinuousClock.now < deadline {
            let poll = try await self.poll(max: 1000, timeout: .seconds(1))
            messages += poll.messages
            ends.merge(poll.endOfPartitions) { $1 }
        }
        return (messages, ends)
    }

    /// Polls until a rebalance comes, or ten seconds have passed.
    func nextRebalance() async throws -> KafkaRebalance? {
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while ContinuousClock.now < deadline {
            let poll = try await self.poll(max: 1000, timeout: .seconds(1))
            if let rebalance = poll.rebalance { return rebalance }
        }
        return nil
    }
}

extension KafkaMessage {
    /// The value as text; `nil` for a tombstone.
    var text: String? { self.value.map { String(decoding: $0, as: UTF8.self) } }
}

extension KafkaRecord {
    /// A record with a text as its value.
    init(_ topic: String, _ text: String, partition: Int32 = 0) {
        self.init(topic: topic, partition: partition, key: [1], value: Array(text.utf8))
    }
}
