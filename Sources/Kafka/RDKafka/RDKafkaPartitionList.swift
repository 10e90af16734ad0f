import CRdKafka

/// The owner of one `rd_kafka_topic_partition_list_t`: filled, lent to one blocking call, read.
struct RDKafkaPartitionList: ~Copyable {
    /// One row of a list, copied.
    struct Entry {
        let topicPartition: KafkaTopicPartition
        let offset: Int64
        let code: rd_kafka_resp_err_t
    }

    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    init(_ rawOffsets: [KafkaTopicPartition: Int64]) {
        self.pointer = rd_kafka_topic_partition_list_new(Int32(rawOffsets.count))
        // Sorted, so that requests and logs do not depend on hashing.
        for (topicPartition, offset) in rawOffsets.sorted(by: { $0.key < $1.key }) {
            let row = rd_kafka_topic_partition_list_add(
                self.pointer, topicPartition.topic, topicPartition.partition)
            row?.pointee.offset = offset
        }
    }

    init(_ topicPartitions: some Sequence<KafkaTopicPartition>) {
        let unset = Int64(RD_KAFKA_OFFSET_INVALID)
        self.init(Dictionary(topicPartitions.map { ($0, unset) }, uniquingKeysWith: { first, _ in first }))
    }

    deinit {
        rd_kafka_topic_partition_list_destroy(self.pointer)
    }

    /// The offsets the C call filled in; partitions without one are left out.
    ///
    /// - Throws: The first partition's error.
    func offsets(_ operation: String) throws -> [KafkaTopicPartition: Int64] {
        var offsets: [KafkaTopicPartition: Int64] = [:]
        for entry in Self.copy(self.pointer) {
            try KafkaError.check(entry.code, "\(operation) \(entry.topicPartition)")
            if entry.offset >= 0 { offsets[entry.topicPartition] = entry.offset }
        }
        return offsets
    }

    /// Throws the first partition's error, if the C call left one.
    func check(_ operation: String) throws {
        _ = try self.offsets(operation)
    }

    static func copy(_ list: UnsafePointer<rd_kafka_topic_partition_list_t>) -> [Entry] {
        (0..<Int(list.pointee.cnt)).map { index in
            let row = list.pointee.elems[index]
            return Entry(
                topicPartition: KafkaTopicPartition(String(cString: row.topic), row.partition),
                offset: row.offset,
                code: row.err)
        }
    }
}
