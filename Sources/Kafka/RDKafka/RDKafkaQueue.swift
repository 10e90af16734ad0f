import CRdKafka

/// The owner of one reference to an `rd_kafka_queue_t`; keeps its client alive, so the queue always goes first.
final class RDKafkaQueue: Sendable {
    /// Safe to share: see `RDKafkaClient.pointer`; a queue is locked and counted by librdkafka.
    nonisolated(unsafe) let pointer: OpaquePointer
    private let client: RDKafkaClient

    init(owning pointer: OpaquePointer, of client: RDKafkaClient) {
        self.pointer = pointer
        self.client = client
    }

    deinit {
        rd_kafka_queue_destroy(self.pointer)
    }

    /// Blocks for the next event.
    ///
    /// - Parameter timeout: How long to wait at most; zero looks only.
    /// - Returns: `nil` when the time is over or `wake()` was called.
    @available(*, noasync)
    func poll(_ timeout: Duration) -> RDKafkaEvent? {
        guard let event = rd_kafka_queue_poll(self.pointer, timeout.wholeMilliseconds) else { return nil }
        return RDKafkaEvent(owning: event)
    }

    /// Makes a running `poll`, or the next one, return at once.
    func wake() {
        rd_kafka_queue_yield(self.pointer)
    }
}
