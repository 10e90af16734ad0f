import CRdKafka

extension KafkaConsumer {
    /// The offsets after the last messages given out, by partition; those without a message yet are left out.
    package func position(
        _ partitions: [KafkaTopicPartition]
    ) async throws -> [KafkaTopicPartition: Int64] {
        try await self.call("read position") { client in
            let list = RDKafkaPartitionList(partitions)
            try KafkaError.check(rd_kafka_position(client.pointer, list.pointer), "read position")
            return try list.offsets("read position of")
        }
    }

    /// The group's committed offsets, by partition; those without one are left out.
    package func committed(
        _ partitions: [KafkaTopicPartition]
    ) async throws -> [KafkaTopicPartition: Int64] {
        try await self.call("read committed offsets") { client in
            let list = RDKafkaPartitionList(partitions)
            let patience = Self.patience.wholeMilliseconds
            try KafkaError.check(
                rd_kafka_committed(client.pointer, list.pointer, patience), "read committed offsets")
            return try list.offsets("read committed offset of")
        }
    }

    /// Commits positions for the group and waits for the answer.
    ///
    /// - Parameter offsets: The next offset to read, which is the last handled message's offset + 1.
    package func commit(_ offsets: [KafkaTopicPartition: Int64]) async throws {
        guard !offsets.isEmpty else { return }
        try await self.call("commit offsets") { client in
            let list = RDKafkaPartitionList(offsets)
            try KafkaError.check(rd_kafka_commit(client.pointer, list.pointer, 0), "commit offsets")
            try list.check("commit offset of")
        }
    }

    /// Asks the broker for a partition's end, as this consumer's isolation sees it: the next record comes there or later.
    ///
    /// By time, not by watermarks: `rd_kafka_query_watermark_offsets` was seen to wait for minutes on a broker that does
    /// not answer, while this call "will block for at most timeout_ms" (`rdkafka.h`).
    package func end(of place: KafkaTopicPartition) async throws -> Int64 {
        try await self.call("read end") { client in
            let list = RDKafkaPartitionList([place: Int64(RD_KAFKA_OFFSET_END)])
            try KafkaError.check(
                rd_kafka_offsets_for_times(client.pointer, list.pointer, Self.patience.wholeMilliseconds),
                "read end of \(place)")
            guard let end = try list.offsets("read end of")[place] else {
                throw KafkaError(.noOffset, "read end of \(place)", text: "expected an end but found none")
            }
            return end
        }
    }

    /// The membership as of now, for offsets inside a transaction: a member that was replaced is refused.
    package func groupMetadata() async throws -> KafkaGroupMetadata {
        try await self.call("read group metadata") { client in
            guard let metadata = rd_kafka_consumer_group_metadata(client.pointer) else {
                throw KafkaError(.state, "read group metadata", text: "expected a consumer with a group")
            }
            defer { rd_kafka_consumer_group_metadata_destroy(metadata) }
            return try KafkaGroupMetadata(copying: metadata)
        }
    }
}
