import Testing

@testable import Kafka

/// Against librdkafka's mock cluster, with injected errors.
@Suite(.timeLimit(.minutes(1))) struct KafkaTransactionalProducerTests {
    private let cluster: KafkaMockCluster

    init() throws {
        self.cluster = try KafkaMockCluster()
        try self.cluster.createTopic("t")
    }

    private func makeProducer(timeout: Duration = .seconds(15)) async throws -> KafkaTransactionalProducer {
        let producer = try KafkaTransactionalProducer(
            self.cluster.configuration(), transactionalID: "tx", transactionTimeout: timeout)
        try await producer.initTransactions()
        return producer
    }

    @Test func oneCallIsOneTransaction() async throws {
        let producer = try await self.makeProducer()
        #expect(try await producer.commit([KafkaRecord("t", "a"), KafkaRecord("t", "b")]) == [0, 1])
        let next = try await producer.commit(
            [KafkaRecord("t", "c")], offsets: [KafkaTopicPartition("t", 0): 2], group: KafkaGroupMetadata(group: "g"))
        #expect(next == [2])
        #expect(try await producer.commit([]) == [])
        await producer.close()
    }

    @Test func offsetsNeedAGroup() async throws {
        let producer = try await self.makeProducer()
        let error = await #expect(throws: KafkaError.self) {
            try await producer.commit([], offsets: [KafkaTopicPartition("t", 0): 2])
        }
        #expect(error?.text == "expected a group with the offsets")
        await producer.close()
    }

    @Test func aRefusedRecordAbortsAndTheProducerGoesOn() async throws {
        let producer = try await self.makeProducer()
        _ = try await producer.commit([KafkaRecord("t", "before")])
        let error = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "no such partition", partition: 9)])
        }
        guard case .aborted(let cause) = error else {
            Issue.record("expected .aborted but found \(String(describing: error))")
            return
        }
        #expect(cause.code == .unknownPartition)
        #expect(cause.operation == "write to t[9]")
        #expect(try await producer.commit([KafkaRecord("t", "after")]) == [1])
        await producer.close()
    }

    @Test func aRecordTheBrokerRefusesAborts() async throws {
        let producer = try await self.makeProducer()
        // 87: invalid record.
        self.cluster.fail(.produce, .init(rawValue: 87))
        let error = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "refused")])
        }
        guard case .aborted(let cause) = error else {
            Issue.record("expected .aborted but found \(String(describing: error))")
            return
        }
        #expect(cause.requiresAbort)
        await producer.close()
    }

    @Test func fencingAtCommitIsSaidAgainByEachLaterCall() async throws {
        let producer = try await self.makeProducer()
        self.cluster.fail(.endTransaction, .producerFenced)
        let first = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "a")])
        }
        guard case .fenced(let cause) = first else {
            Issue.record("expected .fenced but found \(String(describing: first))")
            return
        }
        #expect(cause.operation == "commit transaction")
        let second = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "b")])
        }
        #expect(second == first)
        await producer.close()
    }

    @Test func aCommitWithoutAnAnswerIsOfUnknownOutcome() async throws {
        let producer = try await self.makeProducer(timeout: .seconds(2))
        _ = try await producer.commit([KafkaRecord("t", "before")])
        // Coordinator not available, over and over: the client tries until the transaction's time is over.
        let refusals = Array(repeating: KafkaError.Code(rawValue: 15), count: 200)
        for refusal in refusals { self.cluster.fail(.endTransaction, refusal) }
        let error = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "who knows")])
        }
        guard case .unknownOutcome(let cause) = error else {
            Issue.record("expected .unknownOutcome but found \(String(describing: error))")
            return
        }
        #expect(cause.isTimedOut)
        await producer.close()
    }

    @Test func anInvalidEpochAtOffsetsIsFencing() async throws {
        let producer = try await self.makeProducer()
        self.cluster.fail(.transactionOffsetCommit, .invalidProducerEpoch)
        let error = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit(
                [], offsets: [KafkaTopicPartition("t", 0): 2], group: KafkaGroupMetadata(group: "g"))
        }
        guard case .fenced = error else {
            Issue.record("expected .fenced but found \(String(describing: error))")
            return
        }
        await producer.close()
    }

    @Test func committingBeforeTheIDIsClaimedIsAnErrorNotACrash() async throws {
        let producer = try KafkaTransactionalProducer(self.cluster.configuration(), transactionalID: "tx")
        let error = await #expect(throws: KafkaTransactionError.self) {
            try await producer.commit([KafkaRecord("t", "a")])
        }
        #expect(error?.cause.code == .state)
        await producer.close()
        let closed = await #expect(throws: KafkaError.self) { try await producer.commit([KafkaRecord("t", "a")]) }
        #expect(closed?.code == .destroyed)
    }

    @Test func claimingWithoutABrokerTimesOut() async throws {
        let producer = try KafkaTransactionalProducer(
            KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "test"), transactionalID: "tx")
        let error = await #expect(throws: KafkaError.self) {
            try await producer.initTransactions(timeout: .milliseconds(300))
        }
        #expect(error?.isTimedOut == true)
        #expect(error?.isRetriable == true)
        await producer.close()
    }

    @Test func aCancelledTaskStillCarriesItsTransactionToTheEnd() async throws {
        let producer = try await self.makeProducer()
        let committing = Task { try await producer.commit([KafkaRecord("t", "a")]) }
        committing.cancel()
        #expect(try await committing.value == [0])
        await producer.close()
    }
}
