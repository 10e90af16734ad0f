import Crypto
import Postgres
import Redressal

/// The peer's cases, one transaction a change.
struct CrudCases: Sendable {
    /// A request that nothing was done about.
    struct Refusal: Error { let status: Int }

    /// From which state an action leads where; the last one closes.
    private static let moves: [String: (from: String, to: String)] = [
        "acknowledge": ("received", "triage"), "assign": ("triage", "assigned"), "accept": ("assigned", "in_progress"),
        "propose_resolution": ("in_progress", "proposed"), "approve": ("proposed", "resolved"),
        "confirm": ("resolved", "closed_confirmed"),
    ]

    let pool: PostgresPool

    /// Whose token it is.
    ///
    /// - Throws: ``Refusal`` 401.
    func account(_ token: String) async throws -> String {
        let hash = Array(SHA256.hash(data: Array(token.utf8)))
        let rows = try await self.pool.query("SELECT account FROM token WHERE hash = \(hash)")
        guard let row = rows.first else { throw Refusal(status: 401) }
        return try row["account"]
    }

    /// - Parameter fields: JSON.
    func open(_ id: CaseID, office: String, severity: String, fields: String, by account: String) async throws {
        try await self.pool.transaction { transaction in
            _ = try transaction.pipeline([
                """
                INSERT INTO complaint (case_id, reference, state, office, severity, fields, opened_at, due_at)
                VALUES (\(id.text), \(TrackingReference.make(for: id)), 'received', \(office), \(severity), \(fields)::jsonb,
                        now(), now() + interval '1 day')
                """, Self.line("open", id.text, account, fields),
            ])
        }
    }

    /// - Throws: ``Refusal`` 404 for no such action, 409 for a case that is not there or in another state.
    func act(_ action: String, on id: String, assignee: String?, fields: String, by account: String) async throws -> Int
    {
        guard let move = Self.moves[action] else { throw Refusal(status: 404) }
        return try await self.pool.transaction { transaction in
            let rows = try transaction.query(
                """
                UPDATE complaint SET state = \(move.to), assignee = coalesce(\(assignee), assignee), version = version + 1,
                    due_at = now() + interval '1 day', closed_at = CASE WHEN \(action == "confirm") THEN now() END
                WHERE case_id = \(id) AND state = \(move.from) RETURNING version
                """)
            guard let row = rows.first else { throw Refusal(status: 409) }
            try transaction.execute(Self.line(action, id, account, fields))
            return try row["version"]
        }
    }

    /// The first open cases of offices, the least time left first.
    func queue(_ offices: [String]) async throws -> [CrudListing] {
        try await self.list(
            """
            SELECT c.* FROM unnest(\(PostgresValue.textArray(offices))) AS o (office) CROSS JOIN LATERAL (
                SELECT \(CrudListing.columns) FROM complaint WHERE complaint.office = o.office AND closed_at IS NULL
                ORDER BY due_at, opened_at, case_id LIMIT 50) c
            ORDER BY due_at, opened_at, case_id LIMIT 50
            """)
    }

    /// Open cases that have words.
    func search(_ words: String) async throws -> [CrudListing] {
        try await self.list(
            """
            SELECT \(CrudListing.columns) FROM complaint
            WHERE to_tsvector('simple', fields->>'summary') @@ plainto_tsquery('simple', \(words)) AND closed_at IS NULL
            ORDER BY due_at, opened_at, case_id LIMIT 50
            """)
    }

    private func list(_ sql: SQL) async throws -> [CrudListing] {
        try await self.pool.query(sql).map { try CrudListing($0) }
    }

    private static func line(_ action: String, _ id: String, _ account: String, _ fields: String) -> SQL {
        """
        INSERT INTO history (case_id, action, actor, fields)
        VALUES (\(id), \(action), \(account), \(fields)::jsonb)
        """
    }
}
