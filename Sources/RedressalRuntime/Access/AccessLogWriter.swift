import Redressal

/// The access log in the installation's log, as a topic of its own.
package struct AccessLogWriter: AccessLog {
    private let log: any Log

    package init(_ log: any Log) { self.log = log }

    package func record(_ entries: [AccessEntry]) async throws(LogError) {
        guard !entries.isEmpty else { return }
        let records: [NewRecord]
        do {
            records = try entries.map { try $0.record(partitions: self.log.partitionCount) }
        } catch {
            throw LogError(.failed, "expected entries that JSON can hold but found others")
        }
        _ = try await self.log.append(records)
    }
}
