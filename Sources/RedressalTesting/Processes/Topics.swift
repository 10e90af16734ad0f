import Kafka

/// Topics of a cluster.
package enum Topics {
    /// Makes one.
    package static func create(_ name: String, partitions: Int, config: [String: String]) async throws {
        try await self.withAdmin { try await $0.createTopic(name, partitions: partitions, config: config) }
    }

    /// Their names.
    package static func names(beginningWith prefix: String) async throws -> [String] {
        try await self.withAdmin { try await $0.topics().keys.filter { $0.hasPrefix(prefix) }.sorted() }
    }

    /// - Parameter bootstrap: The broker they are at.
    package static func delete(beginningWith prefix: String, at bootstrap: String) async throws {
        try await self.withAdmin(bootstrap) { admin in
            try await admin.deleteTopics(try await admin.topics().keys.filter { $0.hasPrefix(prefix) })
        }
    }

    private static func withAdmin<Result>(
        _ bootstrap: String? = nil, _ body: (KafkaAdmin) async throws -> Result
    ) async throws -> Result {
        try await KafkaAdmin.with(
            KafkaConfiguration(bootstrap: try bootstrap ?? Setting.bootstrap(), clientID: "integration"), body)
    }
}
