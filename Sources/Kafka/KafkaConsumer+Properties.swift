import CRdKafka

extension KafkaConsumer {
    static let events =
        RD_KAFKA_EVENT_FETCH | RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_LOG
        | RD_KAFKA_EVENT_STATS

    static func properties(
        _ configuration: KafkaConfiguration, _ group: String?, _ isolation: Isolation, _ offsetReset: OffsetReset
    ) throws -> [String: String] {
        var required = [
            "enable.auto.commit": "false",
            "enable.auto.offset.store": "false",
            "enable.partition.eof": "true",
            "isolation.level": isolation.rawValue,
            "auto.offset.reset": offsetReset.rawValue,
            "allow.auto.create.topics": "false",
        ]
        // librdkafka wants a group id even to read by assignment; nobody joins this one.
        required["group.id"] = group ?? "\(configuration.clientID).unassigned"
        return try configuration.properties(preferred: Self.preferred, required: required)
    }

    private static let preferred = [
        // All partitions at once. With librdkafka 2.0.2 and our test broker "cooperative-sticky" was seen to leave a
        // partition with nobody.
        "partition.assignment.strategy": "range,roundrobin",
        // How long a member that died keeps its partitions; librdkafka's own choice is 45 s.
        "session.timeout.ms": "10000",
        // Some brokers answer a fetch with all they have, whatever fetch.max.bytes says.
        "receive.message.max.bytes": "1500000000",
        "fetch.message.max.bytes": "4000000",
        "fetch.wait.max.ms": "500",
        "fetch.error.backoff.ms": "100",
    ]
}
