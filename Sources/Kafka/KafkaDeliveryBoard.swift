import Synchronization

/// The delivery reports of one producer and the tasks that wait for them.
final class KafkaDeliveryBoard: Sendable {
    private typealias Waiter = CheckedContinuation<[KafkaDelivery], Never>

    private let ledger = Mutex(KafkaDeliveryLedger<Waiter>())

    /// Starts the batch of these records.
    ///
    /// - Throws: `KafkaError` when there are more than one batch can hold.
    func open(checking records: [KafkaRecord]) throws -> KafkaDeliveryBatch {
        guard records.count <= KafkaDeliveryToken.maximumBatchCount else {
            throw KafkaError(
                .invalidArgument, "write",
                text: "expected at most \(KafkaDeliveryToken.maximumBatchCount) records but found \(records.count)")
        }
        return self.ledger.withLock { $0.opened(count: records.count) }
    }

    /// Forgets a batch of which nothing was sent.
    func forget(_ batch: KafkaDeliveryBatch) {
        self.ledger.withLock { $0.forgotten(batch) }
    }

    func deliver(_ reports: [(KafkaDeliveryToken, KafkaDelivery)]) {
        let resolutions = self.ledger.withLock { ledger in
            reports.compactMap { token, delivery in ledger.delivered(token, delivery) }
        }
        self.perform(resolutions)
    }

    /// Waits until each record of the batch has its report, or the task is cancelled.
    ///
    /// - Returns: One delivery per record, in order; after cancellation those without a report are unknown.
    func deliveries(of batch: KafkaDeliveryBatch) async -> [KafkaDelivery] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resolution = self.ledger.withLock { $0.awaited(batch, by: continuation) }
                self.perform(resolution.map { [$0] } ?? [])
            }
        } onCancel: {
            let cancelled = KafkaError(.failed, "write", text: "the wait for delivery was cancelled")
            let resolution = self.ledger.withLock { $0.abandoned(batch, cancelled) }
            self.perform(resolution.map { [$0] } ?? [])
        }
    }

    /// Answers everyone who still waits: nothing more will come.
    func close() {
        self.perform(self.ledger.withLock { $0.closed() })
    }

    // Outside the lock: resuming runs code that is not ours.
    private func perform(_ resolutions: [KafkaDeliveryLedger<Waiter>.Resolution]) {
        for resolution in resolutions { resolution.waiter.resume(returning: resolution.deliveries) }
    }
}
