import Kafka
import Redressal

/// Takes a partition over: fences whoever had it, and gives each owner a transactional id of its own.
///
/// With one id for all owners of a partition they would share a producer id, and a write or an end of a transaction that
/// an owner sent before it was fenced could land on a transaction of the next one: librdkafka 2.0.2 does not implement
/// KIP-890. So owners are counted, in the topic `owners`, and each writes under the number it got. The order of steps:
///
/// 1. Claim the partition's own id; others who are at this fail at step 4.
/// 2. Read the number of the owner before.
/// 3. Claim that owner's id: its open transaction is aborted, and it can commit nothing any more.
/// 4. Claim the next number's id, and then write the number down under the partition's own id.
///
/// Who succeeds at step 4 was alone since step 1; who comes later reads the number and fences it.
struct KafkaPartitionClaim: Sendable {
    let configuration: KafkaConfiguration
    let names: KafkaLogNames
    let partition: Int
    /// Asks for ends.
    let asker: KafkaConsumer

    /// - Returns: The new owner's producer.
    /// - Throws: `KafkaError`, `KafkaTransactionError`; `.fenced` when somebody else took the partition meanwhile.
    func producer() async throws -> KafkaTransactionalProducer {
        let claimer = try await self.claim(self.names.claimID(of: self.partition))
        do {
            let producer = try await self.next(claimer)
            await claimer.close()
            return producer
        } catch {
            await claimer.close()
            throw error
        }
    }

    private func next(_ claimer: KafkaTransactionalProducer) async throws -> KafkaTransactionalProducer {
        let generation = try await self.generation()
        if generation > 0 { await (try self.claim(generation)).close() }
        let producer = try await self.claim(generation + 1)
        do {
            let record = KafkaRecord(
                topic: self.names.owners, partition: Int32(self.partition), value: Array("\(generation + 1)".utf8))
            _ = try await claimer.commit([record])
            return producer
        } catch {
            await producer.close()
            throw error
        }
    }

    private func claim(_ generation: Int64) async throws -> KafkaTransactionalProducer {
        try await self.claim(self.names.transactionalID(of: self.partition, generation: generation))
    }

    private func claim(_ id: String) async throws -> KafkaTransactionalProducer {
        let producer = try KafkaTransactionalProducer(self.configuration, transactionalID: id)
        do {
            try await producer.initTransactions()
            return producer
        } catch {
            await producer.close()
            throw error
        }
    }

    /// How often the partition was taken over so far.
    private func generation() async throws -> Int64 {
        let place = KafkaTopicPartition(self.names.owners, Int32(self.partition))
        let end = try await self.asker.end(of: place)
        guard end > 0 else { return 0 }
        let consumer = try KafkaConsumer(self.configuration)
        do {
            let generation = try await self.lastNumber(consumer, place, end)
            await consumer.close()
            return generation
        } catch {
            await consumer.close()
            throw error
        }
    }

    /// Reads from the start: there is one record for each time that the partition was taken over.
    private func lastNumber(
        _ consumer: KafkaConsumer, _ place: KafkaTopicPartition, _ end: Int64
    ) async throws -> Int64 {
        try await consumer.assign([place: .offset(0)])
        var positions = KafkaReadingPositions([self.partition: 0])
        var position: Int64 = 0
        var last: Int64 = 0
        while position < end {
            try Task.checkCancellation()
            let poll = try await consumer.poll(max: 1000, timeout: .seconds(5))
            for message in poll.messages { last = max(last, try self.number(message)) }
            position = positions.advance(by: poll)[self.partition] ?? position
        }
        return last
    }

    private func number(_ message: KafkaMessage) throws -> Int64 {
        let text = String(decoding: message.value ?? [], as: UTF8.self)
        guard let number = Int64(text), number > 0 else {
            throw LogError(
                .failed,
                "expected a number in record \(message.offset) of \(self.names.owners)[\(self.partition)] but found "
                    + "\(text.count) other characters: only Redressal may write to this topic")
        }
        return number
    }
}
