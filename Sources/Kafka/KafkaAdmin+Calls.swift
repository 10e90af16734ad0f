extension KafkaAdmin {
    /// Makes a topic.
    ///
    /// - Parameters:
    ///   - name: The topic's name.
    ///   - partitions: How many partitions; it should never change, for keys would move.
    ///   - replication: How many brokers keep each partition.
    ///   - config: Topic settings, for example `["retention.ms": "-1"]`.
    /// - Throws: `KafkaError`, with the code `.topicAlreadyExists` when there is one of that name.
    package func createTopic(
        _ name: String, partitions: Int, replication: Int = 1, config: [String: String] = [:]
    ) async throws {
        try await self.call("create topic \(name)") {
            try $0.createTopic(name, partitions: partitions, replication: replication, config: config)
        }
    }

    /// Describes a topic, never creating it; `nil` when there is none of that name.
    package func describeTopic(_ name: String) async throws -> KafkaTopicDescription? {
        try await self.call("describe topic \(name)") { admin in
            guard let partitions = try admin.partitionCounts()[name] else { return nil }
            return KafkaTopicDescription(partitions: partitions, config: try admin.config(ofTopic: name))
        }
    }

    /// The topics of the cluster with their numbers of partitions.
    package func topics() async throws -> [String: Int] {
        try await self.call("list topics") { try $0.partitionCounts() }
    }

    /// Deletes topics and all that is in them.
    ///
    /// - Throws: The first topic's `KafkaError`.
    package func deleteTopics(_ names: [String]) async throws {
        guard !names.isEmpty else { return }
        try await self.call("delete topics") { try $0.deleteTopics(names) }
    }

    /// How many members a group has; zero for a group nobody is in.
    package func memberCount(ofGroup group: String) async throws -> Int {
        try await self.call("describe group \(group)") { try $0.memberCount(ofGroup: group) }
    }

    /// Waits for any broker's answer.
    ///
    /// - Throws: `KafkaError` when none comes in time.
    package func checkReachable() async throws {
        try await self.call("reach the cluster") { try $0.checkReachable() }
    }
}
