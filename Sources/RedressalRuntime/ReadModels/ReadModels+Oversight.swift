import Postgres
import Redressal

extension ReadModels: OversightViews {
    package func standings() async throws -> [PartitionStanding] {
        let rows = try await self.ask(
            """
            SELECT partition, next_offset, epoch, accepted, voided, moved_at, recorded_at FROM read.position
            ORDER BY partition
            """)
        return try rows.map { row in
            let recorded: PostgresTimestamp? = try row["recorded_at"]
            return PartitionStanding(
                partition: try row["partition"], position: try row["next_offset"], epoch: try row["epoch"],
                accepted: try row["accepted"], voided: try row["voided"],
                moved: Instant(try row["moved_at", as: PostgresTimestamp.self]), recorded: recorded.map { Instant($0) })
        }
    }

    package func voids(of offices: [String]?, after cursor: LogPosition?, limit: Int) async throws -> [VoidRow] {
        let cursor = cursor ?? LogPosition(partition: -1, offset: -1)
        let rows = try await self.ask(
            """
            SELECT v.partition, v.log_offset, v.case_id, v.seq, v.reason
            FROM read.void v LEFT JOIN read.case_current c USING (case_id)
            WHERE (v.partition, v.log_offset) > (\(cursor.partition)::integer, \(cursor.offset)::bigint)
              AND \(Self.isOf(offices))
            ORDER BY v.partition, v.log_offset LIMIT \(limit)
            """)
        return try rows.map { try VoidRow($0) }
    }

    package func parked(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [VoidRow] {
        let rows = try await self.ask(
            """
            SELECT p.case_id, p.partition, p.log_offset, p.seq, p.reason
            FROM read.parked p LEFT JOIN read.case_current c USING (case_id)
            WHERE p.case_id > \(id?.text ?? "") AND \(Self.isOf(offices))
            ORDER BY p.case_id LIMIT \(limit)
            """)
        return try rows.map { try VoidRow($0) }
    }

    package func jaapPlans() async throws -> [JaapPlan] {
        let rows = try await self.ask(
            """
            SELECT jaap_id, sangkat_code, actions, completed, with_supervisor FROM read.jaap_board
            ORDER BY jaap_id, sangkat_code
            """)
        return try rows.map {
            JaapPlan(
                plan: try $0["jaap_id"], sangkat: try $0["sangkat_code"],
                figures: JaapFigures(
                    actions: try $0["actions"], completed: try $0["completed"],
                    withSupervisor: try $0["with_supervisor"]))
        }
    }

    /// Whether a record's case, if there is such a case, belongs to one of the offices.
    private static func isOf(_ offices: [String]?) -> SQL {
        guard let offices else { return "true" }
        return "(c.office IS NULL OR c.office = ANY (\(PostgresValue.textArray(offices))))"
    }
}

extension VoidRow {
    /// Reads a row of `read.void` or of `read.parked`.
    fileprivate init(_ row: PostgresRow) throws {
        self.init(
            partition: try row["partition"], offset: try row["log_offset"], case: try row["case_id"],
            seq: try row["seq"], reason: VoidReason(rawValue: try row["reason"]) ?? .unreadable)
    }
}
