import Foundation

/// The few figures we watch of librdkafka's statistics.
package struct KafkaStatistics: Hashable, Sendable {
    /// The client's name as librdkafka writes it, for example `engine#producer-1`.
    package let client: String
    /// Records queued or in flight.
    package let messageCount: Int
    /// Bytes sent to all brokers so far.
    package let bytesSent: Int
    /// Bytes received from all brokers so far.
    package let bytesReceived: Int
    /// Connection state by broker, for example `127.0.0.1:9092/1: UP`.
    package let brokerStates: [String: String]
    /// Records a consumer has yet to read, by partition; partitions whose lag is not known are left out.
    package let consumerLag: [KafkaTopicPartition: Int]
    /// How brokers answer, all of them together.
    package var brokers = KafkaBrokerFigures()
}

extension KafkaStatistics {
    private struct Document: Decodable {
        struct Broker: Decodable {
            struct RoundTrip: Decodable {
                let avg: Int?
            }

            let state: String
            let rtt: RoundTrip?
            let txerrs: Int?
            let rxerrs: Int?
            let timeouts: Int?
            let unsent: Int?
            let unanswered: Int?

            enum CodingKeys: String, CodingKey {
                case state, rtt, txerrs, rxerrs
                case timeouts = "req_timeouts"
                case unsent = "outbuf_cnt"
                case unanswered = "waitresp_cnt"
            }
        }
        struct Partition: Decodable {
            let partition: Int32
            let consumerLag: Int?

            enum CodingKeys: String, CodingKey {
                case partition
                case consumerLag = "consumer_lag"
            }
        }
        struct Topic: Decodable {
            let topic: String
            let partitions: [String: Partition]
        }
        let name: String
        let messageCount: Int
        let sent: Int
        let received: Int
        let brokers: [String: Broker]
        let topics: [String: Topic]

        enum CodingKeys: String, CodingKey {
            case name, brokers, topics
            case messageCount = "msg_cnt"
            case sent = "tx_bytes"
            case received = "rx_bytes"
        }
    }

    /// Reads librdkafka's statistics JSON (its STATISTICS.md).
    ///
    /// - Throws: `DecodingError` when a field is missing.
    init(json: String) throws {
        let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        self.client = document.name
        self.messageCount = document.messageCount
        self.bytesSent = document.sent
        self.bytesReceived = document.received
        self.brokerStates = document.brokers.mapValues(\.state)
        var lag: [KafkaTopicPartition: Int] = [:]
        for topic in document.topics.values {
            for partition in topic.partitions.values {
                // -1 is "not known", and the partition -1 is librdkafka's own bucket.
                guard partition.partition >= 0, let count = partition.consumerLag, count >= 0 else { continue }
                lag[KafkaTopicPartition(topic.topic, partition.partition)] = count
            }
        }
        self.consumerLag = lag
        for broker in document.brokers.values {
            self.brokers.requestsWaiting += (broker.unsent ?? 0) + (broker.unanswered ?? 0)
            self.brokers.sendErrors += broker.txerrs ?? 0
            self.brokers.receiveErrors += broker.rxerrs ?? 0
            self.brokers.timeouts += broker.timeouts ?? 0
            let roundTrip = Double(broker.rtt?.avg ?? 0) / 1_000_000
            self.brokers.roundTrip = max(self.brokers.roundTrip, roundTrip)
        }
    }
}
