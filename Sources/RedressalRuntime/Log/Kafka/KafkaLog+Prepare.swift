import Kafka
import Redressal

extension KafkaLog {
    package func prepare() async throws(LogError) {
        do {
            try await KafkaAdmin.with(self.configuration) { admin in
                for topic in Topic.allCases {
                    try await self.prepare(
                        self.names.topic(topic), partitions: topic.partitionCount(cases: self.partitionCount),
                        KafkaTopicRule(topic: topic, replication: self.replication), admin)
                }
                try await self.prepare(
                    self.names.owners, partitions: self.partitionCount,
                    KafkaTopicRule(isKept: true, replication: self.replication), admin)
            }
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(kafka: error, "prepare the log")
        }
    }

    private func prepare(
        _ name: String, partitions: Int, _ rule: KafkaTopicRule, _ admin: KafkaAdmin
    ) async throws {
        let found = try await self.describeOrCreate(name, partitions, rule, admin)
        guard found.partitions == partitions else {
            throw LogError(
                .unsafeSetting,
                "expected topic \(name) to have \(partitions) partitions but found \(found.partitions): their number "
                    + "never changes, because cases would move")
        }
        try rule.check(found.config, name: name)
    }

    private func describeOrCreate(
        _ name: String, _ partitions: Int, _ rule: KafkaTopicRule, _ admin: KafkaAdmin
    ) async throws -> KafkaTopicDescription {
        if let found = try await admin.describeTopic(name) { return found }
        do {
            try await admin.createTopic(
                name, partitions: partitions, replication: self.replication, config: rule.settings)
        } catch let error as KafkaError where error.code == .topicAlreadyExists {
            // Another process made it meanwhile.
        }
        // Brokers hear of a new topic one after the other.
        for _ in 0..<100 {
            if let found = try await admin.describeTopic(name) { return found }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LogError(.unavailable, "expected topic \(name), which was just made, but the brokers do not show it yet")
    }
}
