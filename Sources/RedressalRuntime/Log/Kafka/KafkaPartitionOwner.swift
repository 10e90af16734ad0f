import Kafka
import Redressal
import Synchronization

/// The owner of a partition of a ``KafkaLog``: whoever claimed the partition last; see ``KafkaPartitionClaim``.
final class KafkaPartitionOwner: PartitionOwner {
    let partition: Int
    private let cases: Int
    private let names: KafkaLogNames
    private let producer: KafkaTransactionalProducer
    private let asker: KafkaConsumer
    private let group: KafkaGroupMetadata
    /// What ended this owner.
    private let verdict = Mutex<LogError?>(nil)

    /// Claims the partition: ends what the owner before had begun, and fences it.
    init(
        _ configuration: KafkaConfiguration, _ names: KafkaLogNames, partition: Int, cases: Int, asker: KafkaConsumer
    ) async throws(LogError) {
        self.partition = partition
        self.cases = cases
        self.names = names
        self.asker = asker
        do {
            self.group = try KafkaGroupMetadata(group: names.positions)
            self.producer = try await KafkaPartitionClaim(
                configuration: configuration, names: names, partition: partition, asker: asker
            ).producer()
        } catch {
            throw LogError(kafka: error, "take partition \(partition)")
        }
    }

    /// The position of the first command not yet answered.
    ///
    /// A group that nobody joins forgets its offsets when nothing was committed for long (`offsets.retention.minutes`):
    /// then this is 0, and commands that were answered before are recognised by their ids.
    func position() async throws(LogError) -> Int64 {
        try self.checkAlive()
        let place = self.names.place(LogPlace(topic: .commands, partition: self.partition))
        do {
            return try await self.asker.committed([place])[place] ?? 0
        } catch {
            throw LogError(kafka: error, "read the position of partition \(self.partition)")
        }
    }

    func commit(_ records: [NewRecord], position: Int64?) async throws(LogError) -> [Int64] {
        try self.checkAlive()
        try records.check(cases: self.cases)
        let place = self.names.place(LogPlace(topic: .commands, partition: self.partition))
        do {
            return try await self.producer.commit(
                records.map { $0.kafka(self.names) }, offsets: position.map { [place: $0] } ?? [:], group: self.group)
        } catch {
            let error = LogError(kafka: error, "commit \(records.count) records to partition \(self.partition)")
            if error.endsOwner { self.verdict.withLock { $0 = error } }
            throw error
        }
    }

    func release() async {
        self.verdict.withLock { verdict in
            verdict = verdict ?? LogError(.closed, "partition \(self.partition) was released")
        }
        await self.producer.close()
    }

    private func checkAlive() throws(LogError) {
        if let verdict = self.verdict.withLock({ $0 }) { throw verdict }
    }
}
