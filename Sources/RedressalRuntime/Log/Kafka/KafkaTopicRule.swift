import Redressal

/// How a topic must be set up so that nothing is lost.
struct KafkaTopicRule {
    /// Whether records stay for ever.
    let isKept: Bool
    /// How many brokers keep each record.
    let replication: Int

    init(isKept: Bool, replication: Int) {
        self.isKept = isKept
        self.replication = replication
    }

    /// Answers may go after a day; all else is kept for ever.
    init(topic: Topic, replication: Int) { self.init(isKept: topic != .outcomes, replication: replication) }

    /// The settings of a topic that is made.
    var settings: [String: String] {
        [
            "cleanup.policy": "delete",
            "retention.ms": self.isKept ? "-1" : "86400000",
            "retention.bytes": "-1",
            "max.message.bytes": "2097152",
            "min.insync.replicas": self.replication >= 3 ? "2" : "1",
        ]
    }

    /// Judges the settings in force; those that the broker does not tell are taken to be right.
    ///
    /// - Parameters:
    ///   - found: The settings.
    ///   - name: The topic's name in the cluster.
    /// - Throws: ``LogError`` `.unsafeSetting`, naming the topic and the setting.
    func check(_ found: [String: String], name: String) throws(LogError) {
        if let policy = found["cleanup.policy"], policy.contains("compact") {
            throw self.unsafe(name, "cleanup.policy=delete", "cleanup.policy=\(policy)", "older records would vanish")
        }
        if self.isKept {
            for setting in ["retention.ms", "retention.bytes"] {
                guard let value = found[setting], value != "-1" else { continue }
                throw self.unsafe(name, "\(setting)=-1", "\(setting)=\(value)", "old records would vanish")
            }
        }
        if found["unclean.leader.election.enable"] == "true" {
            throw self.unsafe(
                name, "unclean.leader.election.enable=false", "true", "acknowledged records could vanish")
        }
        try self.checkSizes(found, name)
    }

    private func checkSizes(_ found: [String: String], _ name: String) throws(LogError) {
        // A whole batch counts, so the largest value needs room for its headers too.
        if let text = found["max.message.bytes"], let size = Int(text), size < 1_000_000 {
            throw self.unsafe(name, "max.message.bytes of 1000000 or more", "\(size)", "large records would be refused")
        }
        guard let text = found["min.insync.replicas"], let replicas = Int(text) else { return }
        if replicas > self.replication {
            throw self.unsafe(
                name, "min.insync.replicas of at most \(self.replication)", "\(replicas)",
                "nothing could be written with so few replicas")
        }
        if self.replication >= 3, replicas < 2 {
            throw self.unsafe(
                name, "min.insync.replicas of 2 or more", "\(replicas)", "a record on one broker counts as safe")
        }
    }

    private func unsafe(_ name: String, _ expected: String, _ found: String, _ why: String) -> LogError {
        LogError(.unsafeSetting, "expected topic \(name) to have \(expected) but found \(found): \(why)")
    }
}
