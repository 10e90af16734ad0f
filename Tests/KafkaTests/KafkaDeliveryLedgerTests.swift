import Testing

@testable import Kafka

/// The waiters here are plain numbers: each must be answered exactly once.
@Suite struct KafkaDeliveryLedgerTests {
    private var ledger = KafkaDeliveryLedger<Int>()

    @Test mutating func answersWhenTheLastReportComesInAnyOrder() {
        let batch = self.ledger.opened(count: 2)
        #expect(self.ledger.awaited(batch, by: 1) == nil)
        #expect(self.ledger.delivered(batch.token(1), .stored(offset: 8)) == nil)
        let answer = self.ledger.delivered(batch.token(0), .stored(offset: 7))
        #expect(answer == .init(waiter: 1, deliveries: [.stored(offset: 7), .stored(offset: 8)]))
    }

    @Test mutating func answersAtOnceWhenReportsCameBeforeTheWaiter() {
        let batch = self.ledger.opened(count: 1)
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 7)) == nil)
        #expect(self.ledger.awaited(batch, by: 1) == .init(waiter: 1, deliveries: [.stored(offset: 7)]))
    }

    @Test mutating func cancellationAfterWaitingMakesMissingReportsUnknown() {
        let batch = self.ledger.opened(count: 2)
        let cancelled = KafkaError(.failed, "cancel")
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 7)) == nil)
        #expect(self.ledger.awaited(batch, by: 1) == nil)
        let answer = self.ledger.abandoned(batch, cancelled)
        #expect(answer == .init(waiter: 1, deliveries: [.stored(offset: 7), .unknown(cancelled)]))
        #expect(self.ledger.delivered(batch.token(1), .stored(offset: 8)) == nil, "a late report answers nobody twice")
    }

    @Test mutating func cancellationBeforeWaitingIsRemembered() {
        let batch = self.ledger.opened(count: 1)
        let cancelled = KafkaError(.failed, "cancel")
        #expect(self.ledger.abandoned(batch, cancelled) == nil)
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 7)) == nil)
        #expect(self.ledger.awaited(batch, by: 1) == .init(waiter: 1, deliveries: [.unknown(cancelled)]))
    }

    @Test mutating func aSecondReportForARecordIsIgnored() {
        let batch = self.ledger.opened(count: 2)
        #expect(self.ledger.awaited(batch, by: 1) == nil)
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 7)) == nil)
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 9)) == nil)
        let answer = self.ledger.delivered(batch.token(1), .stored(offset: 8))
        #expect(answer == .init(waiter: 1, deliveries: [.stored(offset: 7), .stored(offset: 8)]))
    }

    @Test mutating func closingAnswersAllWhoWaitAndThoseWhoWillWait() {
        let first = self.ledger.opened(count: 1)
        let second = self.ledger.opened(count: 1)
        #expect(self.ledger.awaited(first, by: 1) == nil)
        let unknown = [KafkaDelivery.unknown(.closed("write"))]
        #expect(self.ledger.closed() == [.init(waiter: 1, deliveries: unknown)])
        #expect(self.ledger.awaited(second, by: 2) == .init(waiter: 2, deliveries: unknown))
    }

    @Test mutating func reportsForUnknownBatchesAreIgnored() {
        let batch = self.ledger.opened(count: 1)
        self.ledger.forgotten(batch)
        #expect(self.ledger.delivered(batch.token(0), .stored(offset: 7)) == nil)
    }
}
