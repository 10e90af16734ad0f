@testable import Kafka

/// A member of a group that completes its rebalances when told, and knows what it holds.
final class KafkaMember {
    /// The partitions that were completed and not taken away.
    private(set) var held: Set<KafkaTopicPartition> = []
    private let consumer: KafkaConsumer
    private let topic: String
    private var pending: KafkaRebalance?

    init(_ configuration: KafkaConfiguration, _ topic: String) throws {
        self.consumer = try KafkaConsumer(configuration, group: topic, offsetReset: .beginning)
        self.topic = topic
    }

    func join() async throws {
        try await self.consumer.subscribe([self.topic])
    }

    func close() async {
        await self.consumer.close()
    }

    /// Polls once, keeping a rebalance for `complete`.
    func poll() async throws -> KafkaRebalance? {
        let rebalance = try await self.consumer.poll(max: 10, timeout: .milliseconds(50)).rebalance
        self.pending = rebalance ?? self.pending
        return rebalance
    }

    /// Completes the rebalance that waits.
    func complete() async throws {
        try await self.consumer.completeRebalance()
        switch self.pending {
        case .assigned(let partitions): self.held.formUnion(partitions)
        case .revoked(let partitions, _): self.held.subtract(partitions)
        case .none: break
        }
        self.pending = nil
    }

    /// Polls and completes until the condition holds, or ten seconds have passed.
    func settle(_ isSettled: (KafkaMember) -> Bool) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while !isSettled(self), ContinuousClock.now < deadline {
            if try await self.poll() != nil { try await self.complete() }
        }
    }

    /// Polls and completes two members until the condition holds for both, or twenty seconds have passed.
    static func settle(
        _ first: KafkaMember, _ second: KafkaMember, _ isSettled: (KafkaMember, KafkaMember) -> Bool
    ) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(20))
        while !isSettled(first, second), ContinuousClock.now < deadline {
            for member in [first, second] where try await member.poll() != nil { try await member.complete() }
        }
    }

    /// Polls this member and another, leaving this one's awaited rebalance incomplete.
    ///
    /// - Returns: The rebalance, or `nil` when ten seconds have passed.
    func step(until isAwaited: (KafkaRebalance) -> Bool, with other: KafkaMember) async throws -> KafkaRebalance? {
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while ContinuousClock.now < deadline {
            if let rebalance = try await self.poll() {
                if isAwaited(rebalance) { return rebalance }
                try await self.complete()
            }
            if try await other.poll() != nil { try await other.complete() }
        }
        return nil
    }
}
