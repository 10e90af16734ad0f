import CRdKafka
import Synchronization

/// Reads committed records, of partitions it was told (`assign`) or of those its group gives it (`subscribe`).
///
/// Offsets are stored and committed only when asked. Polls run on one thread of its own, all else on another, so a commit
/// does not wait for a poll. Seek, pause and resume between polls, never during one.
package final class KafkaConsumer: Sendable {
    /// Which records a reader sees.
    package enum Isolation: String, Sendable {
        /// Records of committed transactions and records outside of transactions.
        case committed = "read_committed"
        /// All records, also those of open and aborted transactions.
        case uncommitted = "read_uncommitted"
    }

    /// What to do when there is no offset to start at, or it is not kept any more.
    package enum OffsetReset: String, Sendable {
        /// Throw, naming the partition: the position was lost, and that should be known.
        case fail = "error"
        /// Start at the oldest record.
        case beginning = "earliest"
        /// Start after the newest record.
        case end = "latest"
    }

    let box: KafkaClientBox
    let session: KafkaPollSession
    let calls: KafkaThread
    private let polls: KafkaThread

    /// Makes a consumer.
    ///
    /// - Parameters:
    ///   - configuration: Where the brokers are.
    ///   - group: The group to join or to commit for; `nil` for reading by `assign` only.
    ///   - isolation: Which records to see.
    ///   - offsetReset: What to do without a valid position.
    /// - Throws: `KafkaError` when a property is refused.
    package init(
        _ configuration: KafkaConfiguration,
        group: String? = nil,
        isolation: Isolation = .committed,
        offsetReset: OffsetReset = .fail
    ) throws {
        let properties = try Self.properties(configuration, group, isolation, offsetReset)
        let client = try RDKafkaConfiguration(properties, events: Self.events).makeClient(RD_KAFKA_CONSUMER)
        try KafkaError.check(rd_kafka_set_log_queue(client.pointer, nil), "forward logs")
        self.session = KafkaPollSession(queue: try client.consumerQueue(), news: KafkaClientNews(configuration))
        self.box = KafkaClientBox(client)
        self.polls = KafkaThread(label: "kafka.consumer.polls.\(configuration.clientID)")
        self.calls = KafkaThread(label: "kafka.consumer.calls.\(configuration.clientID)")
    }

    deinit {
        // A net for those who forget to close: the client ends on a private thread.
        self.session.wake()
        self.polls.start { [box, session] in session.close(box) }
    }

    /// Waits for something to happen, then takes what is there without waiting more.
    ///
    /// Cancelling the task ends the wait; what was taken by then is returned.
    ///
    /// - Parameters:
    ///   - max: The most messages to return, at least 1.
    ///   - timeout: How long to wait for the first event.
    /// - Throws: `KafkaError`, for example when a position is not kept any more or a topic does not exist.
    package func poll(max: Int, timeout: Duration) async throws -> KafkaPoll {
        let cancellation = KafkaCancellation()
        return try await withTaskCancellationHandler {
            try await self.polls.run { [box, session] in
                try session.poll(box.open("poll"), max: max, timeout: timeout, cancellation)
            }
        } onCancel: {
            cancellation.cancel()
            self.session.wake()
        }
    }

    /// Leaves the group, when in one, and ends the client; a rebalance that waits is completed first.
    package func close() async {
        self.session.stop()
        await self.calls.finish()
        await self.polls.finish { [box, session] in session.close(box) }
    }
}
