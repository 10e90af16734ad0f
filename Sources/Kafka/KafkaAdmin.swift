import CRdKafka

/// Asks a cluster about itself and makes topics.
package final class KafkaAdmin: Sendable {
    private let box: KafkaClientBox
    private let pump: KafkaEventPump
    private let thread: KafkaThread
    /// How long a call may take.
    private let timeout: Duration

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - configuration: Where the brokers are.
    ///   - timeout: How long each call may take.
    /// - Throws: `KafkaError` when a property is refused.
    package init(_ configuration: KafkaConfiguration, timeout: Duration = .seconds(10)) throws {
        let properties = try configuration.properties(preferred: [:], required: [:])
        let client = try RDKafkaConfiguration(properties, events: KafkaProducer.events).makeClient(RD_KAFKA_PRODUCER)
        try KafkaError.check(rd_kafka_set_log_queue(client.pointer, nil), "forward logs")
        self.timeout = timeout
        self.box = KafkaClientBox(client)
        self.thread = KafkaThread(label: "kafka.admin.\(configuration.clientID)")
        self.pump = KafkaEventPump(
            client: client, label: "kafka.admin.events.\(configuration.clientID)",
            news: KafkaClientNews(configuration), board: nil)
    }

    deinit {
        self.pump.signalStop()
    }

    /// Ends the client.
    package func close() async {
        await self.thread.finish { [box] in _ = box.take() }
        await self.pump.stop()
    }

    /// Runs a blocking call on this client's thread.
    func call<Result: Sendable>(
        _ operation: String, _ body: @escaping @Sendable (RDKafkaAdmin) throws -> Result
    ) async throws -> Result {
        try await self.thread.ask { [box, timeout] in
            try body(RDKafkaAdmin(client: box.open(operation), timeout: timeout))
        }
    }
}
