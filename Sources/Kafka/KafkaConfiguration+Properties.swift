extension KafkaConfiguration {
    /// The properties of one client.
    ///
    /// - Parameters:
    ///   - preferred: What the kind of client wants; `extra` may say otherwise.
    ///   - required: What the kind of client depends on; `extra` may not say otherwise.
    /// - Throws: `KafkaError` when `extra` contradicts a required property.
    func properties(preferred: [String: String], required: [String: String]) throws -> [String: String] {
        var required = required
        required["bootstrap.servers"] = self.bootstrap
        required["client.id"] = self.clientID
        required["log.queue"] = "true"
        if let interval = self.statisticsInterval {
            required["statistics.interval.ms"] = String(interval.wholeMilliseconds)
        }
        for (key, value) in required {
            guard let found = self.extra[key], found != value else { continue }
            throw KafkaError(
                .invalidArgument, "configure \(self.clientID)",
                text: "expected \(key) to be left at \"\(value)\" but the extra properties set it to \"\(found)\"")
        }
        return Self.common.merging(preferred) { $1 }.merging(self.extra) { $1 }.merging(required) { $1 }
    }

    /// What all kinds of client prefer.
    private static let common = [
        "socket.keepalive.enable": "true",
        // Idle connections are closed by brokers as a matter of course: not worth a log line.
        "log.connection.close": "false",
        "reconnect.backoff.ms": "50",
        "reconnect.backoff.max.ms": "2000",
    ]
}
