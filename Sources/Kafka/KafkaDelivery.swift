/// What became of one record that was sent.
package enum KafkaDelivery: Hashable, Sendable {
    /// The brokers stored it at this offset.
    case stored(offset: Int64)
    /// It is certainly not in the log.
    case notStored(KafkaError)
    /// It may or may not be in the log: it was sent, and no answer came.
    case unknown(KafkaError)
}
