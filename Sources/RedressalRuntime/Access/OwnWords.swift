import Postgres
import Redressal

/// What somebody said themselves in their own case, as against what officers wrote into it.
struct OwnWords: Sendable {
    let pool: PostgresPool

    /// The sealed values that an account brought into cases.
    func of(_ account: String, in cases: [CaseID]) async throws -> [CaseID: Set<SealedValue>] {
        guard !cases.isEmpty else { return [:] }
        let rows = try await self.pool.query(
            """
            SELECT case_id, (facts->'fields')::text AS fields FROM read.case_event
            WHERE case_id = ANY (\(PostgresValue.textArray(cases.map(\.text)))) AND actor_user = \(account)
                AND type IN ('CaseOpened', 'ActionTaken') AND facts ? 'fields'
            """)
        var words: [CaseID: Set<SealedValue>] = [:]
        for row in rows {
            let text: String = try row["fields"]
            let fields = try CanonicalJSON.decode([String: FieldValue].self, from: Array(text.utf8))
            for case .sealed(let value) in fields.values {
                words[CaseID(try row["case_id"]), default: []].insert(value)
            }
        }
        return words
    }
}
