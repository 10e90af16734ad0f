import CRdKafka
import Synchronization

/// Serves a client's main queue on a thread of its own, blocking until there is something.
///
/// It must outlive every `flush`: librdkafka's flush waits for somebody else to take the delivery reports
/// ("requires the application to serve the event queue in a separate thread", `rdkafka.h`).
final class KafkaEventPump: Sendable {
    private let thread: KafkaThread
    private let isStopped = Atomic(false)
    private let waker: KafkaQueueWaker
    private let news: KafkaClientNews

    init(client: RDKafkaClient, label: String, news: KafkaClientNews, board: KafkaDeliveryBoard?) {
        self.thread = KafkaThread(label: label)
        self.news = news
        let queue = client.mainQueue()
        self.waker = KafkaQueueWaker(queue)
        self.thread.start { [self] in self.serve(queue, board) }
    }

    /// Stops serving and waits for the thread; what is still in the queue is left there.
    func stop() async {
        self.signalStop()
        // The thread is serial: this runs when the loop has ended.
        await self.thread.finish()
    }

    /// Asks the thread to end, without waiting: all that a `deinit` may do.
    func signalStop() {
        self.isStopped.store(true, ordering: .releasing)
        self.waker.wake()
    }

    private func serve(_ queue: RDKafkaQueue, _ board: KafkaDeliveryBoard?) {
        while !self.isStopped.load(ordering: .acquiring) {
            guard let event = queue.poll(Self.pause) else { continue }
            if event.type == RD_KAFKA_EVENT_DR {
                board?.deliver(Self.reports(event))
            } else {
                self.news.handle(event)
            }
        }
        self.waker.clear()
    }

    private static func reports(_ event: borrowing RDKafkaEvent) -> [(KafkaDeliveryToken, KafkaDelivery)] {
        var reports: [(KafkaDeliveryToken, KafkaDelivery)] = []
        while let message = event.nextMessage() {
            reports.append((KafkaDeliveryToken(opaque: message.pointee._private), RDKafkaMessage.delivery(message)))
        }
        return reports
    }

    /// A net only: events and `signalStop` end the wait at once.
    private static let pause = Duration.seconds(1)
}
