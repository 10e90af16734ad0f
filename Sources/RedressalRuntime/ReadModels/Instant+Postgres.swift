import Postgres
import Redressal

extension Instant {
    /// As PostgreSQL takes it.
    var timestamp: PostgresTimestamp { PostgresTimestamp(milliseconds: self.milliseconds) }

    init(_ timestamp: PostgresTimestamp) { self.init(milliseconds: timestamp.milliseconds) }
}
