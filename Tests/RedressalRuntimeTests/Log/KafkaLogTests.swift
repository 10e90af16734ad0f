import Kafka
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

@Suite(.timeLimit(.minutes(2))) struct KafkaLogTests {
    @Test(arguments: [
        ("events", ["cleanup.policy": "compact"], "cleanup.policy=delete"),
        ("commands", ["cleanup.policy": "delete", "retention.ms": "1000"], "retention.ms=-1"),
    ])
    func aTopicThatWouldLoseRecordsIsRefused(
        _ topic: String, _ settings: [String: String], _ expected: String
    ) async throws {
        try await TemporaryTopics.with { topics in
            try await topics.withAdmin {
                try await $0.createTopic(topics.prefix + topic, partitions: 2, config: settings)
            }
            let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: 2)
            let error = await #expect(throws: LogError.self) { try await log.prepare() }
            #expect(error?.code == .unsafeSetting)
            #expect(error?.message.hasPrefix("expected topic \(topics.prefix)\(topic) to have \(expected)") == true)
            await log.close()
        }
    }

    @Test func anotherNumberOfPartitionsIsRefused() async throws {
        try await TemporaryTopics.with { topics in
            for (count, code) in [(2, nil), (3, LogError.Code.unsafeSetting)] {
                let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: count)
                var found: LogError?
                do { try await log.prepare() } catch let error as LogError { found = error }
                #expect(found?.code == code)
                await log.close()
            }
        }
    }

    @Test func topicsThatAreMissingAreNotPrepared() async throws {
        try await TemporaryTopics.with { topics in
            let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: 2)
            let reader = try await log.reader(of: .events, from: [0: 0])
            let error = await #expect(throws: LogError.self) { try await reader.next(1, wait: .seconds(60)) }
            #expect(error?.code == .notPrepared)
            await log.close()
        }
    }

    @Test func ofManyWhoTakeAPartitionAtOnceAtMostOneCanCommit() async throws {
        try await TemporaryTopics.with { topics in
            let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: 1)
            try await log.prepare()
            let event = NewRecord(topic: .events, partition: 0, key: nil, value: [1])
            let able = await withTaskGroup(of: (any PartitionOwner)?.self) { group in
                for _ in 0..<6 { group.addTask { try? await log.takeOwnership(of: 0) } }
                var owners: [any PartitionOwner] = []
                for await owner in group { if let owner { owners.append(owner) } }
                var able = 0
                for owner in owners where (try? await owner.commit([event], position: 1)) != nil { able += 1 }
                return able
            }
            #expect(able <= 1)
            let last = try await log.takeOwnership(of: 0)
            #expect(try await last.commit([event], position: 2).count == 1)
            await log.close()
        }
    }

    @Test func eachOwnerWritesUnderANumberOfItsOwn() async throws {
        try await TemporaryTopics.with { topics in
            let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: 1)
            try await log.prepare()
            for _ in 0..<3 { await (try await log.takeOwnership(of: 0)).release() }
            let consumer = try KafkaConsumer(topics.configuration)
            try await consumer.assign([KafkaTopicPartition(topics.prefix + "owners", 0): .offset(0)])
            var numbers: [String] = []
            while numbers.count < 3 {
                try Task.checkCancellation()
                let poll = try await consumer.poll(max: 10, timeout: .seconds(30))
                numbers += poll.messages.map { String(decoding: $0.value ?? [], as: UTF8.self) }
            }
            #expect(numbers == ["1", "2", "3"])
            await consumer.close()
            await log.close()
        }
    }

    @Test func theEndLiesPastTheMarkersOfTransactions() async throws {
        try await TemporaryTopics.with { topics in
            let log = KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: 1)
            try await log.prepare()
            let owner = try await log.takeOwnership(of: 0)
            let event = NewRecord(topic: .events, partition: 0, key: nil, value: [1])
            let first = try await owner.commit([event], position: 1)
            let second = try await owner.commit([event], position: 2)
            #expect(first + second == [0, 2])
            let reader = try await log.reader(of: .events, from: [0: 0])
            var (offsets, position) = ([Int64](), Int64(0))
            while position < 4 {
                try Task.checkCancellation()
                let batch = try await reader.next(10, wait: .seconds(60))
                offsets += batch.records.map(\.offset)
                position = batch.positions[0] ?? position
            }
            #expect(offsets == [0, 2])
            #expect(try await log.end(of: .events, partition: 0) == position)
            await log.close()
        }
    }
}
