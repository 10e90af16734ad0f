import CRdKafka

extension RDKafkaAdmin {
    @available(*, noasync)
    func createTopic(_ name: String, partitions: Int, replication: Int, config: [String: String]) throws {
        let operation = "create topic \(name)"
        guard let partitionCount = Int32(exactly: partitions), let replicationFactor = Int32(exactly: replication),
            let topic = rd_kafka_NewTopic_new(name, partitionCount, replicationFactor, nil, 0)
        else {
            throw KafkaError(
                .invalidArgument, operation,
                text: "expected a name, partitions and replicas but found \(partitions) and \(replication)")
        }
        defer { rd_kafka_NewTopic_destroy(topic) }
        for (key, value) in config {
            try KafkaError.check(rd_kafka_NewTopic_set_config(topic, key, value), "\(operation), set \(key)")
        }
        try self.ask(operation) { options, queue in
            var topics: [OpaquePointer?] = [topic]
            rd_kafka_CreateTopics(self.client.pointer, &topics, topics.count, options, queue)
        } _: { event in
            var count = 0
            let result = rd_kafka_event_CreateTopics_result(event.pointer)
            try self.checkTopics(rd_kafka_CreateTopics_result_topics(result, &count), count, operation)
        }
    }

    @available(*, noasync)
    func deleteTopics(_ names: [String]) throws {
        let operation = "delete topics \(names.joined(separator: ", "))"
        var topics: [OpaquePointer?] = names.map { rd_kafka_DeleteTopic_new($0) }
        defer { rd_kafka_DeleteTopic_destroy_array(&topics, topics.count) }
        try self.ask(operation) { options, queue in
            rd_kafka_DeleteTopics(self.client.pointer, &topics, topics.count, options, queue)
        } _: { event in
            var count = 0
            let result = rd_kafka_event_DeleteTopics_result(event.pointer)
            try self.checkTopics(rd_kafka_DeleteTopics_result_topics(result, &count), count, operation)
        }
    }

    /// The settings of a topic, defaults included.
    @available(*, noasync)
    func config(ofTopic name: String) throws -> [String: String] {
        let operation = "describe topic \(name)"
        guard let resource = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, name) else {
            throw KafkaError(.invalidArgument, operation, text: "expected a topic name but found \"\(name)\"")
        }
        defer { rd_kafka_ConfigResource_destroy(resource) }
        return try self.ask(operation) { options, queue in
            var resources: [OpaquePointer?] = [resource]
            rd_kafka_DescribeConfigs(self.client.pointer, &resources, resources.count, options, queue)
        } _: { event in
            var count = 0
            let result = rd_kafka_event_DescribeConfigs_result(event.pointer)
            guard let resources = rd_kafka_DescribeConfigs_result_resources(result, &count), count == 1,
                let answer = resources[0]
            else {
                throw KafkaError(.failed, operation, text: "expected one answer but found \(count)")
            }
            try KafkaError.check(rd_kafka_ConfigResource_error(answer), operation)
            return Self.entries(answer)
        }
    }

    private static func entries(_ resource: OpaquePointer) -> [String: String] {
        var count = 0
        guard let entries = rd_kafka_ConfigResource_configs(resource, &count) else { return [:] }
        var config: [String: String] = [:]
        for index in 0..<count {
            guard let entry = entries[index], let value = rd_kafka_ConfigEntry_value(entry) else { continue }
            config[String(cString: rd_kafka_ConfigEntry_name(entry))] = String(cString: value)
        }
        return config
    }
}
