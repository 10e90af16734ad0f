import Redressal

extension Log {
    /// Reads a partition to its end.
    func readAll(_ topic: Topic, _ partition: Int, from start: Int64 = 0) async throws -> [LogRecord] {
        let end = try await self.end(of: topic, partition: partition)
        let reader = try await self.reader(of: topic, from: [partition: start])
        var records: [LogRecord] = []
        var position = start
        while position < end {
            let batch = try await reader.next(1000, wait: .seconds(20))
            guard let next = batch.positions[partition], next > position else {
                throw ContractViolation(
                    "expected to read \(topic) \(partition) to its end, \(end), but it stops at \(position)")
            }
            records += batch.records
            position = next
        }
        await reader.close()
        return records
    }

    /// The texts of a partition's records, in order.
    func readTexts(_ topic: Topic, _ partition: Int) async throws -> [String] {
        try await self.readAll(topic, partition).map(\.text)
    }
}

extension LogRecord {
    /// The value as text.
    var text: String { self.value.map { String(decoding: $0, as: UTF8.self) } ?? "(no value)" }
}

extension NewRecord {
    /// Makes a record with a text and no headers.
    init(_ topic: Topic, _ partition: Int, _ text: String) {
        self.init(topic: topic, partition: partition, key: "case-\(partition)", value: Array(text.utf8))
    }

    /// The record as the log should show it.
    func written(at offset: Int64) -> LogRecord {
        LogRecord(
            topic: self.topic, partition: self.partition, offset: offset, key: self.key, headers: self.headers,
            value: self.value)
    }
}

/// Runs a body that must fail with ``LogError``, and returns the code.
func logErrorCode<Result>(_ body: () async throws -> Result) async throws -> LogError.Code {
    do {
        _ = try await body()
    } catch let error as LogError {
        return error.code
    }
    throw ContractViolation("expected a LogError but nothing was thrown")
}
