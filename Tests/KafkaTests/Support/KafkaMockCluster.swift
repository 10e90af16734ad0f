import CRdKafka

@testable import Kafka

/// librdkafka's in-process brokers: real protocol, no isolation, injectable errors.
final class KafkaMockCluster: Sendable {
    /// A Kafka request kind, as numbered by the protocol.
    enum Request: Int16 {
        case produce = 0
        case fetch = 1
        case initProducerID = 22
        case addPartitionsToTransaction = 24
        case endTransaction = 26
        case transactionOffsetCommit = 28
    }

    private let host: RDKafkaClient
    /// The mock's header says nothing about threads: each test calls it from one task at a time.
    private nonisolated(unsafe) let pointer: OpaquePointer

    init(brokers: Int32 = 1) throws {
        self.host = try RDKafkaConfiguration(["client.id": "mock"], events: 0).makeClient(RD_KAFKA_PRODUCER)
        guard let pointer = rd_kafka_mock_cluster_new(self.host.pointer, brokers) else {
            throw KafkaError(.failed, "start mock cluster")
        }
        self.pointer = pointer
    }

    deinit {
        rd_kafka_mock_cluster_destroy(self.pointer)
    }

    func configuration(_ extra: [String: String] = [:]) -> KafkaConfiguration {
        KafkaConfiguration(
            bootstrap: String(cString: rd_kafka_mock_cluster_bootstraps(self.pointer)), clientID: "test", extra: extra)
    }

    func createTopic(_ name: String, partitions: Int32 = 1) throws {
        try KafkaError.check(rd_kafka_mock_topic_create(self.pointer, name, partitions, 1), "create mock topic")
    }

    /// Lets the next requests of a kind fail, one error each.
    func fail(_ request: Request, _ codes: KafkaError.Code...) {
        let errors = codes.map { rd_kafka_resp_err_t($0.rawValue) }
        rd_kafka_mock_push_request_errors_array(self.pointer, request.rawValue, errors.count, errors)
    }

    /// Delays each answer of broker 1.
    func delayAnswers(_ delay: Duration) throws {
        try KafkaError.check(
            rd_kafka_mock_broker_set_rtt(self.pointer, 1, delay.wholeMilliseconds), "delay mock broker")
    }

    /// Cuts broker 1 off.
    func takeDown() throws {
        try KafkaError.check(rd_kafka_mock_broker_set_down(self.pointer, 1), "take mock broker down")
    }
}
