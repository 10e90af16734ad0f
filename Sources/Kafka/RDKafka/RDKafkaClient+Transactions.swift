import CRdKafka

extension RDKafkaClient {
    /// Claims the transactional id: finishes or aborts the previous holder's transaction and fences it.
    @available(*, noasync)
    func initTransactions(_ timeout: Duration) throws {
        try self.transact(
            rd_kafka_init_transactions(self.pointer, timeout.wholeMilliseconds), "init transactions")
    }

    @available(*, noasync)
    func beginTransaction() throws {
        try self.transact(rd_kafka_begin_transaction(self.pointer), "begin transaction")
    }

    @available(*, noasync)
    func sendOffsets(
        _ offsets: [KafkaTopicPartition: Int64], _ group: KafkaGroupMetadata, _ timeout: Duration
    ) throws {
        let list = RDKafkaPartitionList(offsets)
        let error = try group.withPointer { metadata in
            rd_kafka_send_offsets_to_transaction(
                self.pointer, list.pointer, metadata, timeout.wholeMilliseconds)
        }
        try self.transact(error, "send offsets to transaction")
    }

    @available(*, noasync)
    func commitTransaction(_ timeout: Duration) throws {
        try self.transact(
            rd_kafka_commit_transaction(self.pointer, timeout.wholeMilliseconds), "commit transaction")
    }

    @available(*, noasync)
    func abortTransaction(_ timeout: Duration) throws {
        try self.transact(
            rd_kafka_abort_transaction(self.pointer, timeout.wholeMilliseconds), "abort transaction")
    }

    /// Throws the call's error; a bare "fatal" becomes the error that made the instance unusable.
    private func transact(_ pointer: OpaquePointer?, _ operation: String) throws {
        guard let pointer else { return }
        let error = RDKafkaErrorObject(owning: pointer).makeError(operation)
        guard error.isFatal || error.code == .fatal, let original = self.fatalError else { throw error }
        throw KafkaError(original.code, operation, text: original.text, isFatal: true)
    }
}
