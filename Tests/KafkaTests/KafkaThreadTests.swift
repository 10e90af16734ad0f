import Testing

@testable import Kafka

@Suite(.timeLimit(.minutes(1))) struct KafkaThreadTests {
    @Test func blockedPollsLeaveSwiftsPoolFree() async throws {
        let cluster = try KafkaMockCluster()
        try cluster.createTopic("t")
        let consumers = try (0..<8).map { _ in try KafkaConsumer(cluster.configuration()) }
        let polls = consumers.map { consumer in
            Task { try await consumer.poll(max: 1, timeout: .seconds(30)) }
        }
        // With the pool's threads blocked, this would take as long as a poll.
        let time = await ContinuousClock().measure {
            for _ in 0..<100 { await Task.detached {}.value }
        }
        #expect(time < .seconds(5))
        for poll in polls { poll.cancel() }
        for poll in polls { #expect(try await poll.value == KafkaPoll()) }
        for consumer in consumers { await consumer.close() }
    }

    @Test func workRunsInOrder() async throws {
        let thread = KafkaThread(label: "test")
        let (numbers, continuation) = AsyncStream.makeStream(of: Int.self)
        for number in 0..<10 { thread.start { continuation.yield(number) } }
        await thread.finish { continuation.finish() }
        #expect(await numbers.reduce(into: []) { $0.append($1) } == Array(0..<10))
    }
}
