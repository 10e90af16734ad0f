import Kafka
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// The logs that pass the contract.
enum LogKind: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case memory
    case memoryWithHoles
    case postgres
    case kafka

    var testDescription: String { self.rawValue }

    /// Makes a log of its own for one test, and removes it afterwards.
    func withSubject(_ body: (LogSubject) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(.memory(leavesHoles: false))
        case .memoryWithHoles: try await body(.memory(leavesHoles: true))
        case .postgres: try await TemporaryDatabase.with { try await body(.postgres($0)) }
        case .kafka: try await TemporaryTopics.with { try await body(.kafka($0)) }
        }
    }
}

extension LogSubject {
    /// Logs in memory that share a store.
    fileprivate static func memory(leavesHoles: Bool) -> LogSubject {
        let store = MemoryLogStore(partitionCount: Self.partitionCount, leavesHoles: leavesHoles)
        return LogSubject(
            open: { MemoryLog(store) },
            writeForeign: { topic, partition, headers, value in
                MemoryLog(store).putForeign(topic, partition: partition, key: nil, headers: headers, value: value)
            },
            spoilCommit: { _, partition in
                MemoryLog(store).inject(.unknownAndNotDone, into: .commit(partition: partition))
                return nil
            })
    }

    /// Logs in one database; a waiting reader looks again only when it was woken, so tests prove that it is.
    fileprivate static func postgres(_ database: TemporaryDatabase) -> LogSubject {
        LogSubject(
            open: {
                PostgresLog(database.configuration, partitionCount: Self.partitionCount, recheck: .seconds(3600))
            },
            writeForeign: { topic, partition, headers, value in
                let elements = PostgresValue.textArray(headers.flatMap { [$0.name, $0.value] })
                try await database.withConnection { connection in
                    try await connection.transaction { transaction in
                        let offset: Int64 = try transaction.query(
                            """
                            UPDATE log.head SET next = next + 1
                            WHERE topic = \(topic.rawValue) AND partition = \(partition) RETURNING next - 1
                            """
                        ).value()
                        try transaction.execute(
                            """
                            INSERT INTO log.record (topic, partition, "offset", headers, value)
                            VALUES (\(topic.rawValue), \(partition), \(offset), \(elements), \(value))
                            """)
                    }
                }
            },
            spoilCommit: { _, partition in
                try await database.withConnection { try await $0.execute(script: Self.spoiler) }
                return NewRecord(topic: .events, partition: partition, key: "spoiled", value: [])
            })
    }

    private static let spoiler = """
        CREATE FUNCTION public.spoil() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'spoiled'; END $$;
        CREATE TRIGGER spoil BEFORE INSERT ON log.record FOR EACH ROW WHEN (NEW.key = 'spoiled')
        EXECUTE FUNCTION public.spoil();
        """

    /// Logs in one set of topics.
    fileprivate static func kafka(_ topics: TemporaryTopics) -> LogSubject {
        LogSubject(
            open: { KafkaLog(topics.configuration, prefix: topics.prefix, partitionCount: Self.partitionCount) },
            writeForeign: { topic, partition, headers, value in
                let record = KafkaRecord(
                    topic: topics.prefix + topic.rawValue, partition: Int32(partition), value: value,
                    headers: headers.map { KafkaHeader($0.name, Array($0.value.utf8)) })
                let producer = try KafkaProducer(topics.configuration)
                _ = try await producer.send([record])
                await producer.close()
            },
            spoilCommit: { _, partition in
                // No broker takes headers of this size.
                let header = RecordHeader("x", String(repeating: "x", count: 3_000_000))
                return NewRecord(topic: .events, partition: partition, key: nil, headers: [header], value: [])
            })
    }
}
