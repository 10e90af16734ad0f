import Postgres
import Redressal

/// Orders for many cases, in PostgreSQL.
package struct BulkStore: Sendable {
    let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    func ask(_ sql: SQL) async throws -> [PostgresRow] {
        try await ReadModels(pool: self.pool).ask(sql)
    }

    static let columns: SQL =
        "id, asked, asked_by, asked_at, standing, approved_by, approved_at, ended_by, ended_at, collected"
}

extension BulkStore: BulkDesk {
    package func ask(_ request: BulkRequest) async throws -> BulkRequest {
        let order = String(decoding: try CanonicalJSON.encode(request.order), as: UTF8.self)
        _ = try await self.ask(
            """
            INSERT INTO bulk.request (id, asked, asked_by, asked_at)
            VALUES (\(request.id), \(order), \(request.askedBy), \(request.asked.timestamp))
            ON CONFLICT (id) DO NOTHING
            """)
        return try await self.find(request.id) ?? request
    }

    package func find(_ id: String) async throws -> BulkRequest? {
        guard let row = try await self.ask("SELECT \(Self.columns) FROM bulk.request WHERE id = \(id)").first else {
            return nil
        }
        var request = try BulkRequest(row)
        let counts = try await self.ask(
            """
            SELECT fate, reason, count(*) AS cases FROM bulk.item WHERE request = \(id)
            GROUP BY fate, reason ORDER BY fate, reason NULLS FIRST
            """)
        request.counts = try counts.map {
            BulkRequest.Count(fate: try BulkRequest.fate(in: $0), reason: try $0["reason"], cases: try $0["cases"])
        }
        return request
    }

    package func latest(limit: Int) async throws -> [BulkRequest] {
        try await self.ask(
            "SELECT \(Self.columns) FROM bulk.request ORDER BY asked_at DESC, id DESC LIMIT \(limit)"
        ).map { try BulkRequest($0) }
    }

    package func items(
        of id: String, _ fate: BulkRequest.Fate?, after number: Int, limit: Int
    ) async throws -> [BulkItem] {
        let condition: SQL = fate.map { "fate = \($0.rawValue)" } ?? "true"
        return try await self.ask(
            """
            SELECT number, case_id, fate, reason, seq FROM bulk.item
            WHERE request = \(id) AND number > \(number)::integer AND \(condition) ORDER BY number LIMIT \(limit)
            """
        ).map { row in
            BulkItem(
                number: try row["number"], case: CaseID(try row["case_id"]), fate: try BulkRequest.fate(in: row),
                reason: try row["reason"], seq: try row["seq"])
        }
    }

    package func approve(_ id: String, by user: String, at now: Instant) async throws -> Bool {
        try await !self.ask(
            """
            UPDATE bulk.request SET standing = 'running', approved_by = \(user), approved_at = \(now.timestamp)
            WHERE id = \(id) AND standing = 'waiting' AND asked_by <> \(user) RETURNING id
            """
        ).isEmpty
    }

    package func cancel(_ id: String, by user: String, at now: Instant) async throws -> Bool {
        try await !self.ask(
            """
            UPDATE bulk.request SET standing = 'cancelled', ended_by = \(user), ended_at = \(now.timestamp)
            WHERE id = \(id) AND standing IN ('counting', 'waiting', 'running') RETURNING id
            """
        ).isEmpty
    }
}

extension BulkRequest {
    /// Reads a row of `bulk.request`.
    init(_ row: PostgresRow) throws {
        let order: String = try row["asked"]
        self.init(
            id: try row["id"], order: try CanonicalJSON.decode(BulkOrder.self, from: Array(order.utf8)),
            askedBy: try row["asked_by"], asked: Instant(try row["asked_at", as: PostgresTimestamp.self]),
            standing: Standing(rawValue: try row["standing"]) ?? .cancelled)
        self.approvedBy = try row["approved_by"]
        self.approved = try row["approved_at", as: PostgresTimestamp?.self].map { Instant($0) }
        self.endedBy = try row["ended_by"]
        self.ended = try row["ended_at", as: PostgresTimestamp?.self].map { Instant($0) }
    }

    static func fate(in row: PostgresRow) throws -> Fate { Fate(rawValue: try row["fate"]) ?? .found }
}
