import Postgres
import Redressal

/// Which cases went on in a lane, and which of them are settled.
package struct HandOverStore: Sendable {
    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    /// Cases with a tie into a lane whose keys nobody has looked after yet.
    ///
    /// - Parameter workflows: Those of lanes.
    func open(into workflows: [String], most: Int) async throws -> [CaseID] {
        let names = PostgresValue.textArray(workflows)
        return try await self.pool.query(
            """
            SELECT DISTINCT e.case_id FROM read.case_event e JOIN read.case_current c USING (case_id)
            WHERE e.type = 'CaseLinked' AND e.facts->'link'->>'workflow' = ANY (\(names)) AND c.workflow <> ALL (\(names))
              AND NOT EXISTS (SELECT FROM lane.handed_over h WHERE h.case_id = e.case_id)
            ORDER BY e.case_id LIMIT \(most)
            """
        ).values(as: String.self).map { CaseID($0) }
    }

    /// Whether another case names the same person, so that their key is still needed.
    ///
    /// - Parameters:
    ///   - fields: Those that name whose key seals.
    ///   - lanes: Workflows whose cases have keys of their own.
    func isNamedElsewhere(
        _ subject: String, in fields: [String], besides id: CaseID, lanes: [String]
    ) async throws -> Bool {
        guard !fields.isEmpty else { return false }
        return try await self.pool.query(
            """
            SELECT EXISTS (
                SELECT FROM read.case_current c
                WHERE case_id <> \(id.text) AND workflow <> ALL (\(PostgresValue.textArray(lanes)))
                  AND EXISTS (
                      SELECT FROM unnest(\(PostgresValue.textArray(fields))) AS name WHERE c.fields->>name = \(subject)))
            """
        ).value()
    }

    func settle(_ id: CaseID, destroyed: Int, kept: Int) async throws {
        _ = try await self.pool.query(
            """
            INSERT INTO lane.handed_over (case_id, destroyed, kept) VALUES (\(id.text), \(destroyed), \(kept))
            ON CONFLICT DO NOTHING
            """)
    }
}
