import Synchronization

/// Ends a blocking poll from any thread, for as long as the queue is there.
final class KafkaQueueWaker: Sendable {
    private let queue: Mutex<RDKafkaQueue?>

    init(_ queue: RDKafkaQueue) {
        self.queue = Mutex(queue)
    }

    func wake() {
        // Under the lock, so that the last reference never goes here; librdkafka's yield does not block.
        self.queue.withLock { $0?.wake() }
    }

    /// Forgets the queue: a queue must be gone before its consumer is closed.
    func clear() {
        self.queue.withLock { $0 = nil }
    }
}
