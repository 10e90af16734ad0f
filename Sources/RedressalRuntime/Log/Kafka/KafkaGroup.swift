import Kafka
import Logging
import Redressal
import Synchronization

/// Stays in a consumer group, and joins again when the client is beyond use.
final class KafkaGroup: Sendable {
    private let configuration: KafkaConfiguration
    private let names: KafkaLogNames
    private let continuation: AsyncStream<MembershipChange>.Continuation
    private let held = Mutex<Set<Int>>([])
    /// Rings when something that was asked back was given back.
    private let doorbell = Doorbell()

    init(
        _ configuration: KafkaConfiguration, _ names: KafkaLogNames,
        _ continuation: AsyncStream<MembershipChange>.Continuation
    ) {
        self.configuration = configuration
        self.names = names
        self.continuation = continuation
    }

    /// Runs until the task is cancelled, which means to leave.
    func run() async {
        while !Task.isCancelled {
            do {
                let consumer = try KafkaConsumer(self.configuration, group: self.names.engines, offsetReset: .end)
                await self.share(consumer)
                await consumer.close()
            } catch {
                self.configuration.logger.error("Kafka group client unusable", metadata: ["error": "\(error)"])
            }
            if !Task.isCancelled { self.lose(self.held.withLock { $0 }) }
            // Only after a failure; a cancelled sleep ends at once.
            try? await Task.sleep(for: .seconds(1))
        }
        self.continuation.finish()
    }

    /// Follows the group's rebalances until the task is cancelled or the client fails.
    private func share(_ consumer: KafkaConsumer) async {
        do {
            try await consumer.subscribe([self.names.topic(.commands)])
            while !Task.isCancelled {
                switch try await consumer.poll(max: 1, timeout: .seconds(60)).rebalance {
                case .assigned(let places): try await self.assigned(places, consumer)
                case .revoked(let places, let isLost): try await self.revoked(places, isLost, consumer)
                case nil: break
                }
            }
        } catch {
            self.configuration.logger.debug("left a Kafka group", metadata: ["error": "\(error)"])
        }
    }

    private func assigned(_ places: [KafkaTopicPartition], _ consumer: KafkaConsumer) async throws {
        try await consumer.completeRebalance(
            startingAt: Dictionary(uniqueKeysWithValues: places.map { ($0, .end) }))
        guard !places.isEmpty else { return }
        try await consumer.pause(places)
        let partitions = places.map { Int($0.partition) }.sorted()
        self.held.withLock { $0.formUnion(partitions) }
        self.continuation.yield(.assigned(partitions))
    }

    private func revoked(_ places: [KafkaTopicPartition], _ isLost: Bool, _ consumer: KafkaConsumer) async throws {
        let partitions = Set(places.map { Int($0.partition) })
        if isLost {
            self.lose(partitions)
        } else if !partitions.isEmpty {
            let mark = self.doorbell.mark(of: ["done"])
            self.held.withLock { $0.subtract(partitions) }
            self.continuation.yield(.revoked(partitions.sorted()) { self.doorbell.ring("done") })
            // Shorter than `max.poll.interval.ms`, after which the group gives the partitions away in any case.
            await self.doorbell.wait(at: ["done"], after: mark, atMost: .seconds(240))
        }
        try await consumer.completeRebalance()
    }

    /// Others may have them already.
    private func lose(_ partitions: Set<Int>) {
        let lost = self.held.withLock { held in
            defer { held.subtract(partitions) }
            return held.intersection(partitions).sorted()
        }
        if !lost.isEmpty { self.continuation.yield(.revoked(lost, done: {})) }
    }
}
