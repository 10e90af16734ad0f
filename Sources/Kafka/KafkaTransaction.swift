/// One transaction from its beginning to its end, on the producer's thread.
struct KafkaTransaction {
    let client: RDKafkaClient
    let board: KafkaDeliveryBoard
    /// How long each step may take.
    ///
    /// `rdkafka.h` recommends -1 for "the remaining transaction time" because going on after a
    /// timeout is risky; but 2.0.2 then tries a commit for minutes, and here nobody goes on after a timeout.
    let timeout: Duration

    @available(*, noasync)
    func run(
        _ records: [KafkaRecord],
        batch: KafkaDeliveryBatch,
        offsets: [KafkaTopicPartition: Int64],
        group: KafkaGroupMetadata?
    ) throws(KafkaTransactionError) {
        try self.step(.begin) { try self.client.beginTransaction() }
        try self.step(.write) { try self.write(records, batch) }
        if let group, !offsets.isEmpty {
            try self.step(.sendOffsets) { try self.client.sendOffsets(offsets, group, self.timeout) }
        }
        try self.step(.commit) { try self.client.commitTransaction(self.timeout) }
    }

    private func write(_ records: [KafkaRecord], _ batch: KafkaDeliveryBatch) throws {
        let refused = self.client.produce(records, batch: batch)
        self.board.deliver(refused)
        if case .notStored(let error) = refused.first?.1 { throw error }
    }

    /// Does one step and, when it fails, what its verdict says.
    private func step(_ step: KafkaTransactionStep, _ body: () throws -> Void) throws(KafkaTransactionError) {
        do {
            try body()
        } catch {
            let cause =
                error as? KafkaError
                ?? KafkaError(.failed, "\(step) in transaction", text: String(describing: error))
            switch step.verdict(cause) {
            case .give(let verdict):
                throw verdict
            case .abort:
                try self.step(.abort) { try self.client.abortTransaction(self.timeout) }
                throw .aborted(cause)
            }
        }
    }
}
