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
                // Another process was ahead: begin again where it has come to.
                while try await self.fold(wait: .seconds(30), until: nil) { pause = .milliseconds(250) }
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
        while try await self.fold(wait: .seconds(5), until: ends) {}
    }

    /// Reads on from where the rows are.
    ///
    /// - Parameter ends: Where to stop, by partition; nil never does.
    /// - Returns: Whether to begin again, because another process was ahead.
    private func fold(wait: Duration, until ends: [Int: Int64]?) async throws -> Bool {
        var positions = try await self.rows.positions(of: self.log.partitionCount)
        let isThere = { (positions: [Int: Int64]) in
            ends?.allSatisfy { positions[$0.key, default: 0] >= $0.value } ?? false
        }
        guard !isThere(positions) else { return false }
        let reader = try await self.log.reader(of: .access, from: positions)
        do {
            while !Task.isCancelled, !isThere(positions) {
                let batch = try await reader.next(Self.batchSize, wait: wait)
                guard try await self.rows.write(batch, from: positions) else {
                    await reader.close()
                    return true
                }
                positions.merge(batch.positions) { $1 }
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
        return false
    }
}
