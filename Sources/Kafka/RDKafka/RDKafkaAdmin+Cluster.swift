import CRdKafka

extension RDKafkaAdmin {
    /// The number of partitions by topic: of all topics, because asking for one by name may create it.
    @available(*, noasync)
    func partitionCounts() throws -> [String: Int] {
        try self.withMetadata(allTopics: true, "list topics") { metadata in
            var counts: [String: Int] = [:]
            for index in 0..<Int(metadata.topic_cnt) {
                let topic = metadata.topics[index]
                counts[String(cString: topic.topic)] = Int(topic.partition_cnt)
            }
            return counts
        }
    }

    @available(*, noasync)
    func checkReachable() throws {
        try self.withMetadata(allTopics: false, "reach the cluster") { _ in }
    }

    @available(*, noasync)
    func memberCount(ofGroup group: String) throws -> Int {
        let operation = "describe group \(group)"
        return try self.ask(operation) { options, queue in
            group.withCString { name in
                var names: [UnsafePointer<CChar>?] = [name]
                rd_kafka_DescribeConsumerGroups(self.client.pointer, &names, names.count, options, queue)
            }
        } _: { event in
            var count = 0
            let result = rd_kafka_event_DescribeConsumerGroups_result(event.pointer)
            guard let groups = rd_kafka_DescribeConsumerGroups_result_groups(result, &count), count == 1,
                let answer = groups[0]
            else {
                throw KafkaError(.failed, operation, text: "expected one answer but found \(count)")
            }
            if let error = rd_kafka_ConsumerGroupDescription_error(answer) {
                throw RDKafkaErrorObject.copy(error, operation)
            }
            return rd_kafka_ConsumerGroupDescription_member_count(answer)
        }
    }

    private func withMetadata<Result>(
        allTopics: Bool, _ operation: String, _ read: (rd_kafka_metadata) -> Result
    ) throws -> Result {
        var metadata: UnsafePointer<rd_kafka_metadata>?
        try KafkaError.check(
            rd_kafka_metadata(
                self.client.pointer, allTopics ? 1 : 0, nil, &metadata, self.timeout.wholeMilliseconds), operation)
        guard let metadata else { throw KafkaError(.failed, operation, text: "expected metadata but found none") }
        defer { rd_kafka_metadata_destroy(metadata) }
        return read(metadata.pointee)
    }
}
