import CRdKafka
import CoreMetrics
import Logging

/// What a client says without being asked: log lines, statistics and broker errors.
struct KafkaClientNews: Sendable {
    private let logger: Logger
    private let onStatistics: (@Sendable (KafkaStatistics) -> Void)?
    private let metrics: KafkaMetrics

    init(_ configuration: KafkaConfiguration) {
        var logger = configuration.logger
        logger[metadataKey: KafkaLogKey.client.rawValue] = "\(configuration.clientID)"
        self.logger = logger
        self.onStatistics = configuration.onStatistics
        self.metrics = KafkaMetrics(factory: configuration.metrics ?? MetricsSystem.factory)
    }

    func handle(_ event: borrowing RDKafkaEvent) {
        switch event.type {
        case RD_KAFKA_EVENT_LOG: self.log(event)
        case RD_KAFKA_EVENT_STATS: self.statistics(event)
        case RD_KAFKA_EVENT_ERROR: self.report(event.makeError("talk to brokers"))
        default: break
        }
    }

    func report(_ error: KafkaError) {
        self.logger.log(
            level: error.isFenced ? .notice : error.isFatal ? .error : .debug, "Kafka client error",
            metadata: [
                KafkaLogKey.code.rawValue: "\(error.code)", KafkaLogKey.text.rawValue: "\(error.text)",
            ])
    }

    private func log(_ event: borrowing RDKafkaEvent) {
        var facility: UnsafePointer<CChar>?
        var text: UnsafePointer<CChar>?
        var level: Int32 = 0
        guard rd_kafka_event_log(event.pointer, &facility, &text, &level) == 0 else { return }
        let name = facility.map { String(cString: $0) } ?? ""
        // The message stays the same for all lines, so that log tools can group them.
        self.logger.log(
            level: Self.level(syslog: level, facility: name), "librdkafka",
            metadata: [
                KafkaLogKey.facility.rawValue: "\(name)",
                KafkaLogKey.text.rawValue: "\(text.map { String(cString: $0) } ?? "")",
            ])
    }

    private func statistics(_ event: borrowing RDKafkaEvent) {
        guard let json = rd_kafka_event_stats(event.pointer) else { return }
        do {
            let statistics = try KafkaStatistics(json: String(cString: json))
            self.metrics.show(statistics)
            self.onStatistics?(statistics)
        } catch {
            self.logger.debug("Kafka statistics unreadable", metadata: [KafkaLogKey.text.rawValue: "\(error)"])
        }
    }

    /// librdkafka's levels are syslog's: 0 is the worst, 7 is debug.
    ///
    /// Each failed attempt to connect is an error to librdkafka (facility `FAIL`), which goes on trying; whoever waits for
    /// the connection gets an error of its own when it has waited long enough. A fatal error (facility `FATAL`) is
    /// reported once more as an error, whose level says whether it is a fault: being fenced is how ownership ends.
    static func level(syslog: Int32, facility: String = "") -> Logger.Level {
        if facility == "FAIL", syslog >= 3 { return .info }
        if facility == "FATAL" { return .notice }
        return switch syslog {
        case ...2: .critical
        case 3: .error
        case 4: .warning
        case 5: .notice
        case 6: .info
        default: .debug
        }
    }
}
