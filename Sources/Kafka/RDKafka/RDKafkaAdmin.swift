import CRdKafka

/// The admin calls of a client, each blocking for its answer.
struct RDKafkaAdmin {
    let client: RDKafkaClient
    let timeout: Duration

    /// Starts a request and waits for its result.
    ///
    /// - Parameters:
    ///   - operation: Named in errors.
    ///   - request: Starts the request; its answer must go to the queue it is given.
    ///   - read: Copies what is needed of the result.
    @available(*, noasync)
    func ask<Result>(
        _ operation: String,
        _ request: (_ options: OpaquePointer?, _ queue: OpaquePointer) throws -> Void,
        _ read: (borrowing RDKafkaEvent) throws -> Result
    ) throws -> Result {
        let queue = self.client.makeQueue()
        let options = rd_kafka_AdminOptions_new(self.client.pointer, RD_KAFKA_ADMIN_OP_ANY)
        defer { rd_kafka_AdminOptions_destroy(options) }
        try KafkaError.check(
            rd_kafka_AdminOptions_set_request_timeout(options, self.timeout.wholeMilliseconds, nil, 0), operation)
        try request(options, queue.pointer)
        // librdkafka keeps the time; the second more is only for its answer to arrive.
        guard let event = queue.poll(self.timeout + .seconds(1)) else {
            throw KafkaError(.timedOut, operation, isRetriable: true)
        }
        if event.hasError { throw event.makeError(operation) }
        return try read(event)
    }

    /// Throws the first error of a result's topics.
    func checkTopics(
        _ topics: UnsafeMutablePointer<OpaquePointer?>?, _ count: Int, _ operation: String
    ) throws {
        for index in 0..<count {
            guard let topic = topics?[index] else { continue }
            let code = KafkaError.Code(rd_kafka_topic_result_error(topic))
            guard code != KafkaError.Code(RD_KAFKA_RESP_ERR_NO_ERROR) else { continue }
            throw KafkaError(
                code, operation, text: rd_kafka_topic_result_error_string(topic).map { String(cString: $0) })
        }
    }
}
