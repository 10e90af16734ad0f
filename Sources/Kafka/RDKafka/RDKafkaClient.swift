import CRdKafka

/// The owner of one `rd_kafka_t`.
///
/// - Important: The last reference should go on a private thread: destroying joins librdkafka's own threads.
final class RDKafkaClient: Sendable {
    /// "The API is completely thread-safe and the calling application may call any of the API functions from any of its
    /// own threads at any time" (librdkafka, INTRODUCTION.md, "Threads and callbacks").
    nonisolated(unsafe) let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        rd_kafka_destroy(self.pointer)
    }

    /// The queue with everything but a consumer's messages.
    func mainQueue() -> RDKafkaQueue {
        RDKafkaQueue(owning: rd_kafka_queue_get_main(self.pointer), of: self)
    }

    /// The queue with a consumer's messages and rebalances, and the main queue's events too.
    func consumerQueue() throws -> RDKafkaQueue {
        try KafkaError.check(rd_kafka_poll_set_consumer(self.pointer), "join queues")
        guard let queue = rd_kafka_queue_get_consumer(self.pointer) else {
            throw KafkaError(.state, "get consumer queue", text: "expected a consumer with a group.id")
        }
        return RDKafkaQueue(owning: queue, of: self)
    }

    /// A queue of its own, for one call's answer.
    func makeQueue() -> RDKafkaQueue {
        RDKafkaQueue(owning: rd_kafka_queue_new(self.pointer), of: self)
    }

    /// What made the instance unusable, if something did.
    var fatalError: KafkaError? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            buffer.initialize(repeating: 0)
            let code = rd_kafka_fatal_error(self.pointer, buffer.baseAddress, buffer.count)
            guard code != RD_KAFKA_RESP_ERR_NO_ERROR, let text = buffer.baseAddress else { return nil }
            return KafkaError(.init(code), "use client", text: String(cString: text), isFatal: true)
        }
    }
}
