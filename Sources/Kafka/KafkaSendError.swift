/// Some records of a send were not stored, or may not have been.
package struct KafkaSendError: Error, Hashable, Sendable {
    /// What became of each record, in the order they were given.
    package let deliveries: [KafkaDelivery]

    /// Whether some record may or may not be in the log: look for it before sending it again.
    package var isUnknownOutcome: Bool {
        self.deliveries.contains { if case .unknown = $0 { true } else { false } }
    }

    /// The first failure in the order of the records, with its index.
    package var firstFailure: (index: Int, error: KafkaError)? {
        for (index, delivery) in self.deliveries.enumerated() {
            switch delivery {
            case .stored: continue
            case .notStored(let error), .unknown(let error): return (index, error)
            }
        }
        return nil
    }

    /// The offsets, when all records were stored.
    ///
    /// - Throws: `KafkaSendError` otherwise.
    static func offsets(_ deliveries: [KafkaDelivery]) throws -> [Int64] {
        try deliveries.map { delivery in
            guard case .stored(let offset) = delivery else { throw KafkaSendError(deliveries: deliveries) }
            return offset
        }
    }
}

extension KafkaSendError: CustomStringConvertible {
    /// For example `2 of 3 records were not stored, 0 unknown; first: record 1: write to events[3]: …`.
    package var description: String {
        let failed = self.deliveries.count { if case .notStored = $0 { true } else { false } }
        let unknown = self.deliveries.count { if case .unknown = $0 { true } else { false } }
        let first = self.firstFailure.map { "; first: record \($0.index): \($0.error)" } ?? ""
        return "\(failed) of \(self.deliveries.count) records were not stored, \(unknown) unknown\(first)"
    }
}
