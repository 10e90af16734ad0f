import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

extension TestSystem {
    /// Waits until notifiers have all partitions: what happens from now on is told.
    func notifying() async throws {
        try await self.wait(for: "notifiers to have every partition") {
            let found: Int = try await self.pool.query("SELECT count(*) FROM notify.position").value()
            return found == self.log.partitionCount
        }
    }

    /// Waits until every event has been looked at, and nothing is due.
    func notifiedAll() async throws {
        try await self.wait(for: "every event to be looked at") {
            guard try await self.isLookedAt() else { return false }
            return try await self.outbox.waiting().due == 0
        }
    }

    /// Whether notifiers have looked at every event.
    func isLookedAt() async throws -> Bool {
        for row in try await self.pool.query("SELECT partition, next_offset FROM notify.position") {
            let end = try await self.log.end(of: .events, partition: try row["partition"])
            guard try row["next_offset", as: Int64.self] >= end else { return false }
        }
        return true
    }
}
