import Kafka
import Logging
import Redressal

/// A log in Kafka's topics: for more than one machine.
package final class KafkaLog: Log {
    package let partitionCount: Int
    let configuration: KafkaConfiguration
    let names: KafkaLogNames
    let replication: Int
    private let sessionTimeout: Duration
    private let clients: KafkaLogClients

    /// Makes a log; nothing is connected before it is used.
    ///
    /// - Parameters:
    ///   - configuration: Where the brokers are.
    ///   - prefix: What the names of topics, groups and transactional ids begin with.
    ///   - partitionCount: Over how many partitions cases are spread.
    ///   - replication: How many brokers keep each record of a topic that is made; 3 in production.
    ///   - sessionTimeout: How soon an engine that went silent loses its partitions; brokers want 6 seconds or more.
    package init(
        _ configuration: KafkaConfiguration, prefix: String = "redressal.", partitionCount: Int, replication: Int = 1,
        sessionTimeout: Duration = .seconds(10)
    ) {
        self.configuration = configuration
        self.names = KafkaLogNames(prefix: prefix)
        self.partitionCount = partitionCount
        self.replication = replication
        self.sessionTimeout = sessionTimeout
        self.clients = KafkaLogClients(configuration, self.names)
    }

    /// Appends records; unlike a commit, some of them may be stored when others fail.
    package func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        try records.check(cases: self.partitionCount)
        let producer = try self.clients.producer()
        do {
            return try await producer.send(records.map { $0.kafka(self.names) })
        } catch {
            throw LogError(kafka: error, "append \(records.count) records")
        }
    }

    package func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        for partition in offsets.keys {
            try LogPlace(topic: topic, partition: partition).check(cases: self.partitionCount)
        }
        try self.clients.checkOpen()
        let reader: KafkaLogReader
        do {
            reader = try await KafkaLogReader(self.configuration, self.names, topic, offsets)
        } catch {
            throw LogError(kafka: error, "read \(self.names.topic(topic))")
        }
        do {
            try self.clients.add(KafkaLogPart(reader) { await $0.close() })
            return reader
        } catch {
            await reader.close()
            throw error
        }
    }

    package func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        let place = LogPlace(topic: topic, partition: partition)
        try place.check(cases: self.partitionCount)
        let asker = try self.clients.asker()
        do {
            return try await asker.end(of: self.names.place(place))
        } catch {
            throw LogError(kafka: error, "read the end of \(self.names.place(place))")
        }
    }

    package func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        try LogPlace(topic: .commands, partition: partition).check(cases: self.partitionCount)
        let asker = try self.clients.asker()
        let owner = try await KafkaPartitionOwner(
            self.configuration, self.names, partition: partition, cases: self.partitionCount, asker: asker)
        do {
            try self.clients.add(KafkaLogPart(owner) { await $0.release() })
            return owner
        } catch {
            await owner.release()
            throw error
        }
    }

    package func joinEngines(as name: String) async throws(LogError) -> any Membership {
        try self.clients.checkOpen()
        let member = KafkaMembership(
            self.configuration, self.names, name: name, sessionTimeout: self.sessionTimeout)
        try self.clients.add(KafkaLogPart(member) { await $0.leave() })
        return member
    }

    package func close() async {
        await self.clients.close()
    }
}
