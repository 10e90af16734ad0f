import Postgres
import Redressal

/// Questions to the read models.
package struct ReadModels: Sendable {
    let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    /// How far each partition is folded in.
    package func positions() async throws -> [Int: Int64] {
        try Self.positions(try await self.pool.query("SELECT partition, next_offset FROM read.position"))
    }

    static func positions(_ rows: PostgresResult) throws -> [Int: Int64] {
        try rows.reduce(into: [:]) { $0[try $1["partition"]] = try $1["next_offset"] }
    }

    /// How many records of the events topic are not folded in yet, over all partitions.
    package func lag(behind log: any Log) async throws -> Int64 {
        let positions = try await self.positions()
        return try await log.ends(of: .events).reduce(0) { $0 + max(0, $1.value - (positions[$1.key] ?? 0)) }
    }
}

extension ReadModels: CaseWorkflows {
    package func workflows(of cases: Set<CaseID>) async throws -> [CaseID: String] {
        let rows = try await self.pool.query(
            """
            SELECT case_id, workflow FROM read.case_current
            WHERE case_id = ANY (\(PostgresValue.textArray(cases.map(\.text))))
            """)
        var workflows: [CaseID: String] = [:]
        for row in rows { workflows[CaseID(try row["case_id"])] = try row["workflow"] }
        return workflows
    }

    package func reaches(_ offset: Int64, of partition: Int) async throws -> Bool {
        try await self.positions()[partition] ?? 0 >= offset
    }
}
