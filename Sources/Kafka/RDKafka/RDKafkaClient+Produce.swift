import CRdKafka

extension RDKafkaClient {
    /// Puts one record in the local queue, waiting for room.
    ///
    /// - Parameters:
    ///   - record: What to write; its bytes are copied.
    ///   - token: Comes back with the delivery report.
    /// - Throws: `KafkaError` when the record was not queued; no delivery report follows then.
    @available(*, noasync)
    func produce(_ record: KafkaRecord, token: KafkaDeliveryToken) throws(KafkaError) {
        let headers = try RDKafkaHeaders.make(record.headers)
        let error = record.key.withPossiblyEmptyBytes { key, keySize in
            record.value.withPossiblyEmptyBytes { value, valueSize in
                crdkafka_produce(
                    self.pointer, record.topic, record.partition, key, keySize, value, valueSize,
                    record.timestamp ?? 0, headers, token.opaque)
            }
        }
        guard let error else { return }
        if let headers { rd_kafka_headers_destroy(headers) }
        throw RDKafkaErrorObject(owning: error).makeError("write to \(record.topic)[\(record.partition)]")
    }

    /// Queues a batch in order, stopping at the first record that is refused, so that order is kept.
    ///
    /// - Returns: What happened to the records that were not queued, by token; no reports follow for these.
    @available(*, noasync)
    func produce(_ records: [KafkaRecord], batch: KafkaDeliveryBatch) -> [(KafkaDeliveryToken, KafkaDelivery)] {
        for (index, record) in records.enumerated() {
            do {
                try self.produce(record, token: batch.token(index))
            } catch {
                return (index..<records.count).map { (batch.token($0), .notStored(error)) }
            }
        }
        return []
    }
}
