import CoreMetrics
import Synchronization

/// One client's statistics as gauges of swift-metrics; they go when the client goes.
///
/// Each gauge has the dimension `client`, librdkafka's name of the client: `kafka_client_messages`,
/// `kafka_client_sent_bytes`, `kafka_client_received_bytes`, `kafka_client_brokers_up`, `kafka_client_requests_waiting`,
/// `kafka_client_round_trip_seconds`, `kafka_client_send_errors`, `kafka_client_receive_errors`,
/// `kafka_client_request_timeouts`, and for consumers `kafka_consumer_lag` with `topic` and `partition`.
final class KafkaMetrics: Sendable {
    private struct Key: Hashable {
        let label: String
        let place: KafkaTopicPartition?
    }

    private let factory: any MetricsFactory
    private let gauges = Mutex<[Key: Gauge]>([:])

    init(factory: any MetricsFactory) { self.factory = factory }

    deinit {
        for gauge in self.gauges.withLock({ Array($0.values) }) { gauge.destroy() }
    }

    /// Shows what was last told.
    func show(_ statistics: KafkaStatistics) {
        self.gauge("kafka_client_messages", statistics.client).record(statistics.messageCount)
        self.gauge("kafka_client_sent_bytes", statistics.client).record(statistics.bytesSent)
        self.gauge("kafka_client_received_bytes", statistics.client).record(statistics.bytesReceived)
        let isUp = statistics.brokerStates.values.count { $0 == "UP" }
        self.gauge("kafka_client_brokers_up", statistics.client).record(isUp)
        self.show(statistics.brokers, statistics.client)
        for (place, lag) in statistics.consumerLag {
            self.gauge("kafka_consumer_lag", statistics.client, place).record(lag)
        }
    }

    private func show(_ brokers: KafkaBrokerFigures, _ client: String) {
        self.gauge("kafka_client_requests_waiting", client).record(brokers.requestsWaiting)
        self.gauge("kafka_client_round_trip_seconds", client).record(brokers.roundTrip)
        self.gauge("kafka_client_send_errors", client).record(brokers.sendErrors)
        self.gauge("kafka_client_receive_errors", client).record(brokers.receiveErrors)
        self.gauge("kafka_client_request_timeouts", client).record(brokers.timeouts)
    }

    private func gauge(_ label: String, _ client: String, _ place: KafkaTopicPartition? = nil) -> Gauge {
        self.gauges.withLock { gauges in
            let key = Key(label: label, place: place)
            if let gauge = gauges[key] { return gauge }
            var dimensions = [("client", client)]
            if let place { dimensions += [("topic", place.topic), ("partition", "\(place.partition)")] }
            let gauge = Gauge(label: label, dimensions: dimensions, factory: self.factory)
            gauges[key] = gauge
            return gauge
        }
    }
}
