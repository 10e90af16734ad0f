import Postgres
import Redressal

/// Orders to erase what people wrote, and how far each has come.
package struct ErasureStore: Sendable {
    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    private static let columns: SQL =
        "id, case_id, reason, asked_by, asked_at, approved_by, approved_at, done_at"

    /// - Returns: False, and nothing is written, when the case has an order that is not done.
    func add(_ erasure: Erasure) async throws -> Bool {
        try await self.pool.query(
            """
            INSERT INTO vault.erasure (id, case_id, reason, asked_by, asked_at)
            VALUES (\(erasure.id), \(erasure.case.text), \(erasure.reason), \(erasure.askedBy), \(erasure.askedAt.timestamp))
            ON CONFLICT DO NOTHING RETURNING id
            """
        ).values(as: String.self) == [erasure.id]
    }

    package func erasure(_ id: String) async throws -> Erasure? {
        try await self.pool.query("SELECT \(Self.columns) FROM vault.erasure WHERE id = \(id)").first
            .map { try Erasure($0) }
    }

    /// The orders about a case, or about all; the latest first.
    package func erasures(of id: CaseID? = nil) async throws -> [Erasure] {
        let condition: SQL = id.map { "case_id = \($0.text)" } ?? "true"
        return try await self.pool.query(
            "SELECT \(Self.columns) FROM vault.erasure WHERE \(condition) ORDER BY asked_at DESC, id DESC LIMIT 1000"
        ).map { try Erasure($0) }
    }

    /// - Returns: False when somebody else approved it a moment earlier.
    func approve(_ id: String, by account: String, at now: Instant) async throws -> Bool {
        try await self.pool.query(
            """
            UPDATE vault.erasure SET approved_by = \(account), approved_at = \(now.timestamp)
            WHERE id = \(id) AND approved_by IS NULL RETURNING id
            """
        ).values(as: String.self) == [id]
    }

    func finish(_ id: String, at now: Instant) async throws {
        _ = try await self.pool.query(
            "UPDATE vault.erasure SET done_at = \(now.timestamp) WHERE id = \(id) AND done_at IS NULL RETURNING id")
    }

    /// Other cases that stand open and name one of the persons, whose key they still need.
    ///
    /// - Parameter fields: Those that name whose key seals.
    func openCases(naming subjects: [String], in fields: [String], besides id: CaseID) async throws -> [String] {
        guard !fields.isEmpty, !subjects.isEmpty else { return [] }
        return try await self.pool.query(
            """
            SELECT reference FROM read.case_current c
            WHERE closed_at IS NULL AND case_id <> \(id.text) AND EXISTS (
                SELECT FROM unnest(\(PostgresValue.textArray(fields))) AS name
                WHERE c.fields->>name = ANY (\(PostgresValue.textArray(subjects))))
            ORDER BY reference LIMIT 20
            """
        ).values(as: String.self)
    }
}

extension Erasure {
    fileprivate init(_ row: PostgresRow) throws {
        self.init(
            id: try row["id"], case: CaseID(try row["case_id"]), reason: try row["reason"],
            askedBy: try row["asked_by"], askedAt: Instant(try row["asked_at", as: PostgresTimestamp.self]),
            approvedBy: try row["approved_by", as: String?.self],
            approvedAt: try row["approved_at", as: PostgresTimestamp?.self].map { Instant($0) },
            doneAt: try row["done_at", as: PostgresTimestamp?.self].map { Instant($0) })
    }
}
