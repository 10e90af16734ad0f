import Redressal

/// One implementation of the log, as ``LogContract`` needs it.
package struct LogSubject: Sendable {
    /// Over how many partitions the logs spread cases.
    package static let partitionCount = 4

    /// Opens the log once more, as another process would.
    package let open: @Sendable () async throws -> any Log
    /// Writes what no program of ours would: to a topic and partition, headers and a value, nil for a tombstone.
    package let writeForeign: @Sendable (Topic, Int, [RecordHeader], [UInt8]?) async throws -> Void
    /// Makes the log's next commit fail after it began.
    ///
    /// Gets the partition; returns a record to commit with the others if it is the record that makes it fail.
    package let spoilCommit: @Sendable (any Log, Int) async throws -> NewRecord?

    package init(
        open: @escaping @Sendable () async throws -> any Log,
        writeForeign: @escaping @Sendable (Topic, Int, [RecordHeader], [UInt8]?) async throws -> Void,
        spoilCommit: @escaping @Sendable (any Log, Int) async throws -> NewRecord?
    ) {
        self.open = open
        self.writeForeign = writeForeign
        self.spoilCommit = spoilCommit
    }

    /// Opens the log, makes what is missing, and closes it after the body.
    func withLog<Result>(_ body: (any Log) async throws -> Result) async throws -> Result {
        let log = try await self.open()
        do {
            try await log.prepare()
            let result = try await body(log)
            await log.close()
            return result
        } catch {
            await log.close()
            throw error
        }
    }
}
