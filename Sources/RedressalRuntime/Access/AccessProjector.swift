import Logging
import Postgres
import Redressal

/// Folds the access log into rows for auditors; any number of processes may do it at the same time.
package struct AccessProjector: Sendable {
    private static let batchSize = 500

    private let log: any Log
    private let rows: AccessRows
    private let logger: Logger

    package init(log: any Log, pool: PostgresPool, logger: Logger) {
        self.log = log
        self.rows = AccessRows(pool: pool)
        self.logger = logger
    }

    /// Folds every new record as it comes, until the task is cancelled or the log is closed.
    ///
    /// What is away is tried again, at most every half minute.
    package func run() async {
        var pause = Duration.milliseconds(250)
        while !Task.isCancelled {
            do {
                try await self.fold(wait: .seconds(30), until: nil)
                return
            } catch {
                if (error as? LogError)?.code == .closed || error is CancellationError { return }
                self.logger.warning("cannot fold the access log", metadata: ["error": "\(error)"])
            }
            do { try await Task.sleep(for: pause) } catch { return }
            pause = min(pause * 2, .seconds(30))
        }
    }

    /// Folds what is in the log now.
    package func catchUp() async throws {
        let ends = try await self.log.ends(of: .access)
        try await self.fold(wait: .seconds(5), until: ends)
    }

    /// Reads on from where the rows are.
    ///
    /// - Parameter ends: Where to stop, by partition; nil never does.
    private func fold(wait: Duration, until ends: [Int: Int64]?) async throws {
        var positions = try await self.rows.positions(of: self.log.partitionCount)
        let isThere = { (positions: [Int: Int64]) in
            ends?.allSatisfy { positions[$0.key, default: 0] >= $0.value } ?? false
        }
        guard !isThere(positions) else { return }
        let reader = try await self.log.reader(of: .access, from: positions)
        do {
            while !Task.isCancelled, !isThere(positions) {
                try await self.write(try await reader.next(Self.batchSize, wait: wait), &positions)
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    /// Writes of a batch what another process has not written before.
    ///
    /// - Parameter positions: How far the rows are; moved on.
    private func write(_ batch: LogBatch, _ positions: inout [Int: Int64]) async throws {
        var rest = batch.after(positions)
        while !rest.positions.isEmpty {
            if try await self.rows.write(rest, from: positions) { break }
            positions = try await self.rows.positions(of: self.log.partitionCount)
            rest = batch.after(positions)
        }
        positions.merge(rest.positions) { max($0, $1) }
    }
}

extension LogBatch {
    /// What of it lies beyond some positions.
    fileprivate func after(_ positions: [Int: Int64]) -> LogBatch {
        LogBatch(
            records: self.records.filter { $0.offset >= positions[$0.partition, default: 0] },
            positions: self.positions.filter { $0.value > positions[$0.key, default: 0] })
    }
}
