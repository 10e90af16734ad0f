import Kafka

/// Topics in the cluster that `KAFKA_BOOTSTRAP` names.
enum Topics {
    /// Makes one.
    static func create(_ name: String, partitions: Int, config: [String: String]) async throws {
        try await self.withAdmin { try await $0.createTopic(name, partitions: partitions, config: config) }
    }

    /// Their names.
    static func names(beginningWith prefix: String) async throws -> [String] {
        try await self.withAdmin { try await $0.topics().keys.filter { $0.hasPrefix(prefix) }.sorted() }
    }

    static func delete(beginningWith prefix: String) async throws {
        try await self.withAdmin { admin in
            try await admin.deleteTopics(try await admin.topics().keys.filter { $0.hasPrefix(prefix) })
        }
    }

    private static func withAdmin<Result>(_ body: (KafkaAdmin) async throws -> Result) async throws -> Result {
        try await KafkaAdmin.with(
            KafkaConfiguration(bootstrap: try Setting.bootstrap(), clientID: "integration"), body)
    }
}
