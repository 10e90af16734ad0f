import CRdKafka
import Synchronization

/// Writes records and consumed positions together: one call, one transaction.
///
/// All blocking calls run on a thread of this producer's own.
package final class KafkaTransactionalProducer: Sendable {
    /// The id that at most one living producer holds.
    package let transactionalID: String

    private let box: KafkaClientBox
    private let board = KafkaDeliveryBoard()
    private let pump: KafkaEventPump
    private let thread: KafkaThread
    private let timeout: Duration
    /// What made the producer unusable.
    private let verdict = Mutex<KafkaTransactionError?>(nil)

    /// Makes a producer; it may write after `initTransactions`.
    ///
    /// - Parameters:
    ///   - configuration: Where the brokers are.
    ///   - transactionalID: The id to claim.
    ///   - transactionTimeout: After this long the broker aborts a transaction that nobody ends; also how long a commit
    ///     waits for an answer.
    /// - Throws: `KafkaError` when a property is refused.
    package init(
        _ configuration: KafkaConfiguration,
        transactionalID: String,
        transactionTimeout: Duration = .seconds(15)
    ) throws {
        var required = KafkaProducer.required
        required["transactional.id"] = transactionalID
        required["transaction.timeout.ms"] = String(transactionTimeout.wholeMilliseconds)
        var preferred = KafkaProducer.preferred
        preferred["linger.ms"] = "0"
        // librdkafka wants it within the transaction's timeout, and lowers its default by itself.
        preferred["message.timeout.ms"] = nil
        let properties = try configuration.properties(preferred: preferred, required: required)
        let client = try RDKafkaConfiguration(properties, events: KafkaProducer.events).makeClient(RD_KAFKA_PRODUCER)
        try KafkaError.check(rd_kafka_set_log_queue(client.pointer, nil), "forward logs")
        self.transactionalID = transactionalID
        self.timeout = transactionTimeout
        self.box = KafkaClientBox(client)
        self.thread = KafkaThread(label: "kafka.transactions.\(transactionalID)")
        self.pump = KafkaEventPump(
            client: client, label: "kafka.transactions.events.\(transactionalID)",
            news: KafkaClientNews(configuration), board: self.board)
    }

    deinit {
        self.pump.signalStop()
    }

    /// Claims the transactional id: the previous holder's open transaction is ended and the holder fenced.
    ///
    /// - Throws: `KafkaError`; when it is retriable the call may be made again.
    package func initTransactions(timeout: Duration = .seconds(10)) async throws {
        try await self.thread.run { [box] in try box.open("init transactions").initTransactions(timeout) }
    }

    /// Writes records, and the positions they were computed from, in one transaction.
    ///
    /// A call that has begun is carried to its end whatever becomes of the task.
    ///
    /// - Parameters:
    ///   - records: What to write; may be empty.
    ///   - offsets: The next offset to read by partition; may be empty.
    ///   - group: Whose positions these are; needed when there are offsets.
    /// - Returns: The records' offsets, in the same order.
    /// - Throws: `KafkaTransactionError`, the same again once it is not recoverable; `KafkaError` before anything was
    ///   begun, when the producer is closed or arguments do not fit.
    package func commit(
        _ records: [KafkaRecord],
        offsets: [KafkaTopicPartition: Int64] = [:],
        group: KafkaGroupMetadata? = nil
    ) async throws -> [Int64] {
        guard offsets.isEmpty || group != nil else {
            throw KafkaError(.invalidArgument, "begin transaction", text: "expected a group with the offsets")
        }
        let batch = try self.board.open(checking: records)
        try await self.thread.run { [self] in
            do {
                try self.transact(records, batch, offsets, group)
            } catch {
                self.board.forget(batch)
                throw error
            }
        }
        guard !records.isEmpty else { return [] }
        // Committed, so all reports are given; not the task's own wait, which cancellation would cut short.
        return try KafkaSendError.offsets(await Task { await self.board.deliveries(of: batch) }.value)
    }

    /// Ends the client; a transaction left open is aborted by the broker or by the next holder.
    package func close() async {
        let pump = self.pump
        await self.thread.finish { [box] in box.take()?.finish(.zero) }
        await pump.stop()
        self.board.close()
    }

    private func transact(
        _ records: [KafkaRecord], _ batch: KafkaDeliveryBatch, _ offsets: [KafkaTopicPartition: Int64],
        _ group: KafkaGroupMetadata?
    ) throws {
        let client = try self.box.open("begin transaction")
        if let verdict = self.verdict.withLock({ $0 }) { throw verdict }
        do {
            try KafkaTransaction(client: client, board: self.board, timeout: self.timeout)
                .run(records, batch: batch, offsets: offsets, group: group)
        } catch {
            if !error.isRecoverable { self.verdict.withLock { $0 = error } }
            throw error
        }
    }
}
