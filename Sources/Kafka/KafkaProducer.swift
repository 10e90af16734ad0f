import CRdKafka

/// Writes records, idempotently and acknowledged by all in-sync replicas.
package final class KafkaProducer: Sendable {
    let box: KafkaClientBox
    private let board = KafkaDeliveryBoard()
    private let pump: KafkaEventPump
    private let thread: KafkaThread

    /// Makes a producer; brokers are contacted in the background.
    ///
    /// - Throws: `KafkaError` when a property is refused.
    package init(_ configuration: KafkaConfiguration) throws {
        let properties = try configuration.properties(preferred: Self.preferred, required: Self.required)
        let client = try RDKafkaConfiguration(properties, events: Self.events).makeClient(RD_KAFKA_PRODUCER)
        try KafkaError.check(rd_kafka_set_log_queue(client.pointer, nil), "forward logs")
        self.box = KafkaClientBox(client)
        self.thread = KafkaThread(label: "kafka.producer.\(configuration.clientID)")
        self.pump = KafkaEventPump(
            client: client, label: "kafka.producer.events.\(configuration.clientID)",
            news: KafkaClientNews(configuration), board: self.board)
    }

    deinit {
        self.pump.signalStop()
    }

    /// Sends records in order and waits until each is stored.
    ///
    /// Cancelling the task ends the wait and not the sending: the error then says `unknown`.
    ///
    /// - Returns: The records' offsets, in the same order.
    /// - Throws: `KafkaSendError` when some record was not stored; `KafkaError` when the producer is closed.
    package func send(_ records: [KafkaRecord]) async throws -> [Int64] {
        guard !records.isEmpty else { return [] }
        let batch = try self.board.open(checking: records)
        try await self.thread.run { [box, board] in
            do {
                board.deliver(try box.open("write").produce(records, batch: batch))
            } catch {
                board.forget(batch)
                throw error
            }
        }
        return try KafkaSendError.offsets(await self.board.deliveries(of: batch))
    }

    /// Waits for records under way, then ends the client; what is not stored by then is given up.
    ///
    /// - Parameter timeout: How long to wait for them.
    package func close(timeout: Duration = .seconds(10)) async {
        let pump = self.pump
        // The pump still runs: flush only waits, the pump takes the reports.
        await self.thread.finish { [box] in box.take()?.finish(timeout) }
        await pump.stop()
        self.board.close()
    }

    static let events = RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_LOG | RD_KAFKA_EVENT_STATS

    static let required = ["enable.idempotence": "true", "acks": "all"]

    static let preferred = [
        "linger.ms": "1",
        // One record may be 1 MB and its headers; the broker has the last word.
        "message.max.bytes": "2000000",
        "message.timeout.ms": "10000",
    ]
}
