import CRdKafka
import Synchronization

/// A consumer's queue and what a poll leaves for the next one.
final class KafkaPollSession: Sendable {
    private let queue: Mutex<RDKafkaQueue?>
    private let waker: KafkaQueueWaker
    private let news: KafkaClientNews
    private let isStopped = Atomic(false)
    /// An error that came after messages: thrown by the next poll, so that the messages are not lost.
    private let heldError = Mutex<KafkaError?>(nil)
    /// The rebalance that waits to be completed.
    private let pending = Mutex<KafkaRebalance?>(nil)

    init(queue: RDKafkaQueue, news: KafkaClientNews) {
        self.queue = Mutex(queue)
        self.waker = KafkaQueueWaker(queue)
        self.news = news
    }

    func wake() {
        self.waker.wake()
    }

    /// Ends a running poll and lets no other begin.
    func stop() {
        self.isStopped.store(true, ordering: .releasing)
        self.wake()
    }

    /// Takes the rebalance that waits.
    func takePending() -> KafkaRebalance? {
        self.pending.withLock { pending in
            defer { pending = nil }
            return pending
        }
    }

    /// Closes the consumer on the calling thread, queues first ("MUST be called on this queue prior to calling
    /// rd_kafka_consumer_close()", `rdkafka.h`).
    @available(*, noasync)
    func close(_ box: KafkaClientBox) {
        guard let client = box.take() else { return }
        // Closing waits for ever on a rebalance that was given out and not answered.
        try? client.complete(self.takePending(), startingAt: [:])
        self.waker.clear()
        self.queue.withLock { $0 = nil }
        rd_kafka_consumer_close(client.pointer)
    }

    @available(*, noasync)
    func poll(
        _ client: RDKafkaClient, max: Int, timeout: Duration, _ cancellation: KafkaCancellation
    ) throws -> KafkaPoll {
        guard let queue = self.queue.withLock({ $0 }) else { throw KafkaError.closed("poll") }
        if let error = self.takeHeldError() { throw error }
        let deadline = ContinuousClock.now.advanced(by: timeout)
        var poll = KafkaPoll()
        while poll.messages.count < Swift.max(1, max), poll.rebalance == nil {
            let wait = poll.isEmpty ? ContinuousClock.now.duration(to: deadline) : .zero
            if let event = queue.poll(wait) {
                guard let error = self.note(event, of: client, in: &poll) else { continue }
                if poll.isEmpty { throw error }
                self.heldError.withLock { $0 = error }
                break
            }
            // A wake-up for somebody else, or a rest of a millisecond, must not end an empty poll.
            let isOver = cancellation.isCancelled || self.isStopped.load(ordering: .acquiring)
            if isOver || !poll.isEmpty || ContinuousClock.now >= deadline { break }
        }
        return poll
    }

    private func takeHeldError() -> KafkaError? {
        self.heldError.withLock { error in
            defer { error = nil }
            return error
        }
    }

    /// Adds an event to the poll; returns an error the owner must see.
    private func note(
        _ event: borrowing RDKafkaEvent, of client: RDKafkaClient, in poll: inout KafkaPoll
    ) -> KafkaError? {
        switch event.type {
        case RD_KAFKA_EVENT_FETCH:
            while let message = event.nextMessage() { poll.messages.append(RDKafkaMessage.copy(message)) }
            return nil
        case RD_KAFKA_EVENT_REBALANCE:
            return self.noteRebalance(event, of: client, in: &poll)
        case RD_KAFKA_EVENT_ERROR:
            return self.noteError(event, of: client, in: &poll)
        default:
            self.news.handle(event)
            return nil
        }
    }

    private func noteRebalance(
        _ event: borrowing RDKafkaEvent, of client: RDKafkaClient, in poll: inout KafkaPoll
    ) -> KafkaError? {
        let error = event.makeError("rebalance")
        let rebalance: KafkaRebalance
        switch rd_kafka_resp_err_t(error.code.rawValue) {
        case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS:
            rebalance = .assigned(event.topicPartitions)
        case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS:
            rebalance = .revoked(event.topicPartitions, lost: rd_kafka_assignment_lost(client.pointer) != 0)
        default:
            // The manual's rule for a failed rebalance: give everything up, so that the group can go on.
            rd_kafka_assign(client.pointer, nil)
            return error
        }
        self.pending.withLock { $0 = rebalance }
        poll.rebalance = rebalance
        return nil
    }

    private func noteError(
        _ event: borrowing RDKafkaEvent, of client: RDKafkaClient, in poll: inout KafkaPoll
    ) -> KafkaError? {
        let place = event.topicPartition
        let error = event.makeError(place.map { "read \($0)" } ?? "read")
        if error.code == .endOfPartition, let place {
            poll.endOfPartitions[place] = KafkaEndOfPartition.offset(error.text) ?? client.position(place)
            return nil
        }
        if error.isFatal || !Self.passing.contains(error.code) { return error }
        self.news.report(error)
        return nil
    }

    /// What librdkafka goes on trying by itself, and losing the membership, which comes as a rebalance too.
    private static let passing: Set<KafkaError.Code> = [
        .transport, .resolve, .allBrokersDown, .timedOut, .maximumPollExceeded,
    ]
}
