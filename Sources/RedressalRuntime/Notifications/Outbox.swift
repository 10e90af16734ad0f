import Postgres
import Redressal

/// What is to be told to whom, and what became of it: the tables of `notify` (ADR 0016).
///
/// Notices are written in the transaction that moves the position they were found at, so that each event is looked at once.
package struct Outbox: Sendable {
    let pool: PostgresPool
    let clock: any WallClock

    package init(pool: PostgresPool, clock: any WallClock) {
        self.pool = pool
        self.clock = clock
    }
}
