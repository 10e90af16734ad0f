import CoreMetrics
import Postgres

extension PostgresObserver {
    /// Tells of a pool's waits and commits.
    ///
    /// - Parameter pool: What the pool is called in metrics: `read` or `log`.
    package static func metrics(_ telemetry: Telemetry, pool: String) -> PostgresObserver {
        let acquire = telemetry.timer(.acquireTime, [(.pool, pool)])
        let commit = telemetry.timer(.transactionCommitTime, [(.pool, pool)])
        return PostgresObserver(
            acquired: { acquire.record(since: $0) }, committed: { commit.record(since: $0) })
    }
}
