import Postgres
import Redressal

extension ReadModels {
    package func page(_ filter: CaseFilter, after cursor: CaseCursor?, limit: Int) async throws -> CasePage {
        var found: [CaseListing] = []
        for part in CaseListQuery(filter).parts(after: cursor, limit: limit + 1) where found.count <= limit {
            found += try await self.ask(part).map { try CaseListing($0) }
        }
        return CasePage(found, limit: limit)
    }

    package func glances(at ids: [CaseID]) async throws -> [CaseID: CaseGlance] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await self.ask(
            """
            SELECT case_id, state_since, fields::text AS fields FROM read.case_current
            WHERE case_id = ANY (\(PostgresValue.textArray(ids.map(\.text))))
            """)
        return try rows.reduce(into: [:]) { glances, row in
            let text: String = try row["fields"]
            glances[CaseID(try row["case_id"])] = CaseGlance(
                since: Instant(try row["state_since", as: PostgresTimestamp.self]),
                fields: try CanonicalJSON.decode([String: FieldValue].self, from: Array(text.utf8)))
        }
    }

    package func count(_ filter: CaseFilter, atMost most: Int) async throws -> Int {
        guard let query = CaseListQuery(filter).count(atMost: most) else { return 0 }
        return try await self.ask(query).first.map { try $0["count"] } ?? 0
    }
}
