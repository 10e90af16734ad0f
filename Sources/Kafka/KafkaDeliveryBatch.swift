/// The identity of the records of one send.
struct KafkaDeliveryBatch: Hashable, Sendable {
    /// From 1, never reused by one producer.
    let number: UInt

    func token(_ index: Int) -> KafkaDeliveryToken {
        KafkaDeliveryToken(batch: self, index: index)
    }
}

/// The identity of one record of a batch: a plain number, so that nothing must be retained for C.
struct KafkaDeliveryToken: Hashable, Sendable {
    let batch: KafkaDeliveryBatch
    /// The record's place in its batch.
    let index: Int

    /// Bits of a token that hold the index: a batch may have 16 million records, and a producer 2^40 batches.
    private static let indexBits: UInt = 24

    /// The most records in one batch.
    static let maximumBatchCount = 1 << Int(Self.indexBits)

    init(batch: KafkaDeliveryBatch, index: Int) {
        self.batch = batch
        self.index = index
    }

    /// Reads a token back from a delivery report.
    init(opaque: UnsafeMutableRawPointer?) {
        let bits = UInt(bitPattern: opaque)
        self.init(
            batch: KafkaDeliveryBatch(number: bits >> Self.indexBits),
            index: Int(bits & (1 << Self.indexBits - 1)))
    }

    /// The token as C's per-message pointer; never dereferenced.
    var opaque: UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer(bitPattern: self.batch.number << Self.indexBits | UInt(self.index))
    }
}
