/// Who waits for which delivery reports: a pure state machine, performed by `KafkaDeliveryBoard`.
///
/// Reports can come before anyone waits, and a waiter can be cancelled before or after it is registered; each waiter is
/// given out exactly once.
struct KafkaDeliveryLedger<Waiter> {
    /// A waiter to be answered, outside any lock.
    struct Resolution {
        let waiter: Waiter
        let deliveries: [KafkaDelivery]
    }

    private struct Entry {
        var deliveries: [KafkaDelivery?]
        var outstanding: Int
        var waiter: Waiter?

        /// Notes a report in place; false when the record has one already or does not exist.
        mutating func note(_ delivery: KafkaDelivery, at index: Int) -> Bool {
            guard self.deliveries.indices.contains(index), self.deliveries[index] == nil else { return false }
            self.deliveries[index] = delivery
            self.outstanding -= 1
            return true
        }
    }

    private var entries: [KafkaDeliveryBatch: Entry] = [:]
    private var lastNumber: UInt = 0

    /// Starts a batch of `count` records.
    mutating func opened(count: Int) -> KafkaDeliveryBatch {
        self.lastNumber += 1
        let batch = KafkaDeliveryBatch(number: self.lastNumber)
        self.entries[batch] = Entry(deliveries: Array(repeating: nil, count: count), outstanding: count)
        return batch
    }

    /// Notes a report; a report for a batch that was given up, or a second one for a record, is ignored.
    mutating func delivered(_ token: KafkaDeliveryToken, _ delivery: KafkaDelivery) -> Resolution? {
        // In place: taking the entry out would copy the batch's array for each of its reports.
        guard self.entries[token.batch]?.note(delivery, at: token.index) == true,
            let entry = self.entries[token.batch], entry.outstanding == 0, entry.waiter != nil
        else { return nil }
        return self.close(token.batch, missing: Self.lost)
    }

    /// Registers who waits; answered at once when all reports are in or the batch was given up before.
    mutating func awaited(_ batch: KafkaDeliveryBatch, by waiter: Waiter) -> Resolution? {
        guard let entry = self.entries[batch] else {
            return Resolution(waiter: waiter, deliveries: [.unknown(Self.lost)])
        }
        self.entries[batch]?.waiter = waiter
        return entry.outstanding == 0 ? self.close(batch, missing: Self.lost) : nil
    }

    /// Gives a batch up: records without a report are unknown, for what was sent cannot be called back.
    mutating func abandoned(_ batch: KafkaDeliveryBatch, _ error: KafkaError) -> Resolution? {
        guard self.entries[batch]?.waiter != nil else {
            self.fillUnknown(batch, error)
            return nil
        }
        return self.close(batch, missing: error)
    }

    /// Drops a batch that nobody will wait for.
    mutating func forgotten(_ batch: KafkaDeliveryBatch) {
        self.entries[batch] = nil
    }

    /// Gives everything up, because the producer is closed.
    mutating func closed() -> [Resolution] {
        self.entries.keys.compactMap { self.abandoned($0, .closed("write")) }
    }

    private mutating func fillUnknown(_ batch: KafkaDeliveryBatch, _ error: KafkaError) {
        guard let entry = self.entries[batch] else { return }
        self.entries[batch] = Entry(deliveries: entry.deliveries.map { $0 ?? .unknown(error) }, outstanding: 0)
    }

    private mutating func close(_ batch: KafkaDeliveryBatch, missing: KafkaError) -> Resolution? {
        guard let entry = self.entries.removeValue(forKey: batch), let waiter = entry.waiter else { return nil }
        return Resolution(waiter: waiter, deliveries: entry.deliveries.map { $0 ?? .unknown(missing) })
    }

    /// Stands for a report that should be there and is not.
    private static var lost: KafkaError { KafkaError(.failed, "write", text: "no delivery report was given") }
}

extension KafkaDeliveryLedger.Resolution: Equatable where Waiter: Equatable {}
