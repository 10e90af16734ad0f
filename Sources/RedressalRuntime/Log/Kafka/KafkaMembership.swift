import Kafka
import Redressal

/// A member of the consumer group whose assignment says which engine has which partition.
///
/// Only the assignment matters: everything is paused and nothing is read.
final class KafkaMembership: Membership {
    let changes: AsyncStream<MembershipChange>
    private let loop: Task<Void, Never>

    init(_ configuration: KafkaConfiguration, _ names: KafkaLogNames, name: String, sessionTimeout: Duration) {
        let (changes, continuation) = AsyncStream<MembershipChange>.makeStream()
        var configuration = configuration
        configuration.clientID += "-\(name)"
        let milliseconds = sessionTimeout.components.seconds * 1000
        configuration.extra["session.timeout.ms"] = String(milliseconds)
        configuration.extra["heartbeat.interval.ms"] = String(milliseconds / 3)
        // All partitions are given back at each change and shared out anew. "cooperative-sticky" would leave most where
        // they are, but with librdkafka 2.0.2 a member was seen to stop between giving back and joining again.
        configuration.extra["partition.assignment.strategy"] = "range"
        let group = KafkaGroup(configuration, names, continuation)
        self.changes = changes
        self.loop = Task { await group.run() }
    }

    deinit {
        self.loop.cancel()
    }

    func leave() async {
        self.loop.cancel()
        await self.loop.value
    }
}
