import Redressal

/// Folds the log from its start.
package struct Replay: Sendable {
    /// What the replay of one partition shows.
    package struct Summary: Sendable, Codable {
        package let partition: Int
        package let events: Int
        package let void: Int
        package let cases: Int
        /// Over what was decided; see ``HistoryDigest``.
        package let digest: String
    }

    private let log: any Log

    package init(log: any Log) { self.log = log }

    /// Folds one partition.
    ///
    /// - Parameters:
    ///   - asOf: Events recorded later are left out: what was known then; nil takes all.
    ///   - end: The offset to stop before; nil for the log's end.
    package func partition(
        _ partition: Int, asOf: Instant? = nil, to end: Int64? = nil,
        onRecord: (PartitionFold.Step, EventHash?, LogRecord) -> Void = { _, _, _ in }
    ) async throws -> (fold: PartitionFold, summary: Summary) {
        var fold = PartitionFold()
        var digest = HistoryDigest()
        for try await record in LogScan(self.log, .events, partition: partition, to: end) {
            let logged = LoggedEvent(record)
            if let asOf, let event = logged.event, event.recorded > asOf { continue }
            let step = fold.fold(logged)
            if case .applied(let event, _, _) = step { digest.add(event) }
            onRecord(step, logged.hash, record)
        }
        let summary = Summary(
            partition: partition, events: fold.accepted, void: fold.voids.values.reduce(0, +), cases: fold.cases.count,
            digest: digest.value())
        return (fold, summary)
    }
}
