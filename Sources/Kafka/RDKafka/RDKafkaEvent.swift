import CRdKafka

/// The owner of one `rd_kafka_event_t`; what it gives out is copied, for all pointers die with it.
struct RDKafkaEvent: ~Copyable {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        rd_kafka_event_destroy(self.pointer)
    }

    /// The raw `RD_KAFKA_EVENT_…` number; an `Int32` because the C macros arrive as such.
    var type: Int32 { rd_kafka_event_type(self.pointer) }

    /// Whether the event carries a failure.
    var hasError: Bool { rd_kafka_event_error(self.pointer) != RD_KAFKA_RESP_ERR_NO_ERROR }

    /// The failure the event carries.
    func makeError(_ operation: String) -> KafkaError {
        KafkaError(
            KafkaError.Code(rd_kafka_event_error(self.pointer)),
            operation,
            text: rd_kafka_event_error_string(self.pointer).map { String(cString: $0) },
            isFatal: rd_kafka_event_error_is_fatal(self.pointer) != 0)
    }

    /// The next message, lent: events own their messages ("MUST NOT be freed", `rdkafka.h`).
    ///
    /// - Warning: The pointer is good only while the event is.
    func nextMessage() -> UnsafePointer<rd_kafka_message_t>? {
        rd_kafka_event_message_next(self.pointer)
    }

    /// The partition a partition-level error is about.
    var topicPartition: KafkaTopicPartition? {
        guard let partition = rd_kafka_event_topic_partition(self.pointer) else { return nil }
        defer { rd_kafka_topic_partition_destroy(partition) }
        return KafkaTopicPartition(String(cString: partition.pointee.topic), partition.pointee.partition)
    }

    /// The partitions a rebalance is about.
    var topicPartitions: [KafkaTopicPartition] {
        guard let list = rd_kafka_event_topic_partition_list(self.pointer) else { return [] }
        return RDKafkaPartitionList.copy(list).map(\.topicPartition)
    }
}
