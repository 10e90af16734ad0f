import CRdKafka

extension KafkaConsumer {
    /// Reads exactly these partitions from these positions; an empty dictionary stops reading.
    package func assign(_ positions: [KafkaTopicPartition: KafkaPosition]) async throws {
        try await self.call("assign") { client in
            let list = RDKafkaPartitionList(positions.mapValues(\.rawOffset))
            try KafkaError.check(rd_kafka_assign(client.pointer, list.pointer), "assign")
        }
    }

    /// Joins the group for these topics; partitions come as rebalances in `poll`.
    package func subscribe(_ topics: [String]) async throws {
        try await self.call("subscribe") { client in
            // Subscriptions name topics; the partition is ignored.
            let list = RDKafkaPartitionList(topics.map { KafkaTopicPartition($0, RD_KAFKA_PARTITION_UA) })
            try KafkaError.check(rd_kafka_subscribe(client.pointer, list.pointer), "subscribe")
        }
    }

    /// Lets the rebalance that `poll` returned take effect; without one, does nothing.
    ///
    /// - Parameter positions: Where to start partitions that were assigned; others start at the committed offset.
    package func completeRebalance(startingAt positions: [KafkaTopicPartition: KafkaPosition] = [:]) async throws {
        try await self.call("complete rebalance") { [session] client in
            try client.complete(session.takePending(), startingAt: positions)
        }
    }

    /// Continues at other positions; messages fetched ahead are dropped.
    package func seek(_ positions: [KafkaTopicPartition: KafkaPosition]) async throws {
        try await self.call("seek") { client in
            try client.seek(positions, Self.patience)
        }
    }

    /// Stops fetching these partitions, keeping their positions.
    package func pause(_ partitions: [KafkaTopicPartition]) async throws {
        try await self.call("pause") { client in
            let list = RDKafkaPartitionList(partitions)
            try KafkaError.check(rd_kafka_pause_partitions(client.pointer, list.pointer), "pause")
            try list.check("pause")
        }
    }

    /// Fetches paused partitions again.
    package func resume(_ partitions: [KafkaTopicPartition]) async throws {
        try await self.call("resume") { client in
            let list = RDKafkaPartitionList(partitions)
            try KafkaError.check(rd_kafka_resume_partitions(client.pointer, list.pointer), "resume")
            try list.check("resume")
        }
    }

    /// How long calls to brokers may take.
    static let patience = Duration.seconds(10)

    /// Runs a blocking call on this consumer's second thread.
    func call<Result: Sendable>(
        _ operation: String, _ body: @escaping @Sendable (RDKafkaClient) throws -> Result
    ) async throws -> Result {
        try await self.calls.ask { [box] in try body(box.open(operation)) }
    }
}
