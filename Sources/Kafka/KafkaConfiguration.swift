import CoreMetrics
import Logging

/// What every client needs to know: where the brokers are, who we are, and where news goes.
package struct KafkaConfiguration: Sendable {
    /// The brokers to ask first, `host:port` separated by commas.
    package var bootstrap: String
    /// The name brokers see in their logs and quotas.
    package var clientID: String
    /// Further librdkafka properties, for example `security.protocol`; those a client depends on are refused.
    package var extra: [String: String]
    /// Where librdkafka's own log lines go.
    package var logger: Logger
    /// How often statistics are given, to ``onStatistics`` and as gauges to ``metrics``; `nil` for never.
    package var statisticsInterval: Duration?
    /// Receives statistics on the client's own thread; it must return soon and not wait for the same client.
    package var onStatistics: (@Sendable (KafkaStatistics) -> Void)?
    /// Makes the gauges; the process's own factory when nil.
    package var metrics: (any MetricsFactory)?

    package init(
        bootstrap: String,
        clientID: String,
        extra: [String: String] = [:],
        logger: Logger = Logger(label: "kafka", factory: { _ in SwiftLogNoOpLogHandler() }),
        statisticsInterval: Duration? = nil,
        onStatistics: (@Sendable (KafkaStatistics) -> Void)? = nil,
        metrics: (any MetricsFactory)? = nil
    ) {
        self.bootstrap = bootstrap
        self.clientID = clientID
        self.extra = extra
        self.logger = logger
        self.statisticsInterval = statisticsInterval
        self.onStatistics = onStatistics
        self.metrics = metrics
    }
}
