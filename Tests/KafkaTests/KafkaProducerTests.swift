import Testing

@testable import Kafka

/// Against librdkafka's mock cluster.
@Suite(.timeLimit(.minutes(1))) struct KafkaProducerTests {
    private let cluster: KafkaMockCluster

    init() throws {
        self.cluster = try KafkaMockCluster()
        try self.cluster.createTopic("t", partitions: 2)
    }

    /// Adds a stream of how many records are queued or in flight.
    private static func counting(_ configuration: KafkaConfiguration) -> (KafkaConfiguration, AsyncStream<Int>) {
        let (counts, continuation) = AsyncStream.makeStream(of: Int.self)
        var configuration = configuration
        configuration.statisticsInterval = .milliseconds(10)
        configuration.onStatistics = { continuation.yield($0.messageCount) }
        return (configuration, counts)
    }

    @Test func offsetsComeInTheOrderOfTheRecords() async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        let records = (0..<6).map { KafkaRecord("t", "\($0)", partition: Int32($0 % 2)) }
        #expect(try await producer.send(records) == [0, 0, 1, 1, 2, 2])
        #expect(try await producer.send([]) == [])
        await producer.close()
    }

    @Test func concurrentSendsLoseNothing() async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        let offsets = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for index in 0..<100 {
                group.addTask { try await producer.send([KafkaRecord("t", "\(index)"), KafkaRecord("t", "+")]) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(offsets.sorted() == Array(0..<200))
        await producer.close()
    }

    @Test func anAcknowledgementDoesNotWaitForAPollingInterval() async throws {
        let producer = try KafkaProducer(self.cluster.configuration(["linger.ms": "0"]))
        _ = try await producer.send([KafkaRecord("t", "first")])
        var times: [Duration] = []
        for index in 0..<20 {
            times.append(
                try await ContinuousClock().measure { _ = try await producer.send([KafkaRecord("t", "\(index)")]) })
        }
        // Polling by sleep has a median of its interval, usually 100 ms.
        #expect(times.sorted()[10] < .milliseconds(50))
        await producer.close()
    }

    @Test func aPassingErrorIsRetriedWithoutADuplicate() async throws {
        self.cluster.fail(.produce, .init(rawValue: 6), .init(rawValue: 6))
        let producer = try KafkaProducer(self.cluster.configuration(["retry.backoff.ms": "10"]))
        #expect(try await producer.send([KafkaRecord("t", "a"), KafkaRecord("t", "b")]) == [0, 1])
        await producer.close()
    }

    @Test func theErrorSaysWhichRecordWasNotStored() async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        _ = try await producer.send([KafkaRecord("t", "known topic")])
        let records = [KafkaRecord("t", "a"), KafkaRecord("t", "b", partition: 9), KafkaRecord("t", "c")]
        let error = await #expect(throws: KafkaSendError.self) { try await producer.send(records) }
        #expect(error?.firstFailure?.index == 1)
        #expect(error?.firstFailure?.error.code == .unknownPartition)
        #expect(error?.isUnknownOutcome == false)
        #expect(error?.deliveries[0] == .stored(offset: 1))
        await producer.close()
    }

    @Test func aRecordSentWithoutAnAnswerIsUnknown() async throws {
        let producer = try KafkaProducer(self.cluster.configuration(["message.timeout.ms": "1500", "linger.ms": "0"]))
        _ = try await producer.send([KafkaRecord("t", "connected")])
        try self.cluster.delayAnswers(.seconds(20))
        let error = await #expect(throws: KafkaSendError.self) { try await producer.send([KafkaRecord("t", "lost")]) }
        #expect(error?.isUnknownOutcome == true)
        #expect(error?.firstFailure?.error.isTimedOut == true)
        await producer.close(timeout: .zero)
    }

    @Test func aRecordThatNeverLeftIsCertainlyNotStored() async throws {
        let producer = try KafkaProducer(
            KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "test", extra: ["message.timeout.ms": "300"]))
        let error = await #expect(throws: KafkaSendError.self) { try await producer.send([KafkaRecord("t", "a")]) }
        #expect(error?.isUnknownOutcome == false)
        await producer.close()
    }

    @Test func cancellingASendDoesNotUnsendIt() async throws {
        let producer = try KafkaProducer(self.cluster.configuration(["linger.ms": "0"]))
        _ = try await producer.send([KafkaRecord("t", "connected")])
        try self.cluster.delayAnswers(.seconds(1))
        let sending = Task { try await producer.send([KafkaRecord("t", "under way")]) }
        sending.cancel()
        let error = await #expect(throws: KafkaSendError.self) { try await sending.value }
        #expect(error?.isUnknownOutcome == true)
        try self.cluster.delayAnswers(.zero)
        #expect(try await producer.send([KafkaRecord("t", "next")]) == [2])
        await producer.close()
    }

    @Test func closingDeliversWhatIsUnderWay() async throws {
        // A long linger keeps the record in the local queue until the flush.
        let (configuration, counts) = Self.counting(self.cluster.configuration(["linger.ms": "5000"]))
        let producer = try KafkaProducer(configuration)
        let sending = Task { try await producer.send([KafkaRecord("t", "a")]) }
        let start = ContinuousClock.now
        #expect(await counts.contains(1), "the record is in the local queue")
        await producer.close()
        #expect(try await sending.value == [0])
        #expect(start.duration(to: .now) < .seconds(3))
    }

    @Test func closingGivesUpWhatCannotBeDelivered() async throws {
        let (configuration, counts) = Self.counting(KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "test"))
        let producer = try KafkaProducer(configuration)
        let sending = Task { try await producer.send([KafkaRecord("t", "a")]) }
        #expect(await counts.contains(1), "the record is in the local queue")
        await producer.close(timeout: .milliseconds(50))
        let error = await #expect(throws: KafkaSendError.self) { try await sending.value }
        #expect(error?.firstFailure?.error.code == .purgedFromQueue)
    }

    @Test func aClosedProducerRefusesPolitely() async throws {
        let producer = try KafkaProducer(self.cluster.configuration())
        await producer.close()
        await producer.close()
        let error = await #expect(throws: KafkaError.self) { try await producer.send([KafkaRecord("t", "a")]) }
        #expect(error?.code == .destroyed)
    }

    @Test func forgettingToCloseEndsTheClientToo() async throws {
        weak var client: RDKafkaClient?
        do {
            let producer = try KafkaProducer(self.cluster.configuration())
            _ = try await producer.send([KafkaRecord("t", "a")])
            client = try await producer.box.watched()
        }
        while client != nil { await Task.yield() }
    }

    @Test func moreRecordsThanTheLocalQueueHoldsWaitForRoom() async throws {
        let producer = try KafkaProducer(self.cluster.configuration(["queue.buffering.max.messages": "10"]))
        let records = (0..<500).map { KafkaRecord("t", "\($0)") }
        #expect(try await producer.send(records) == Array(0..<500))
        await producer.close()
    }
}
