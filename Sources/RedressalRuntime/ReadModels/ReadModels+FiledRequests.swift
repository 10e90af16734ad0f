import Postgres
import Redressal

extension ReadModels: FiledRequests {
    package func requests(_ filter: FiledRequestFilter) async throws -> [FiledRequest] {
        guard !filter.kinds.isEmpty, filter.limit > 0 else { return [] }
        let rows = try await self.ask(
            """
            SELECT s.state, e.facts::text AS facts
            FROM read.case_event e
            JOIN read.case_current c USING (case_id)
            JOIN read.case_state s USING (case_id)
            WHERE e.seq = 1 AND e.channel = '\(unsafeSQL: Open311Jurisdiction.channel)' AND \(try filter.condition)
            ORDER BY e.occurred_at DESC, e.case_id
            LIMIT \(filter.limit) OFFSET \(filter.offset)
            """)
        return try rows.map { row in
            let (state, facts): (String, String) = (try row["state"], try row["facts"])
            return FiledRequest(
                state: try CanonicalJSON.decode(CaseState.self, from: Array(state.utf8)),
                opening: try CanonicalJSON.decode(CaseOpened.self, from: Array(facts.utf8)))
        }
    }
}

extension FiledRequestFilter {
    /// What the rows of a case's first event (`e`) and of where it stands (`c`) must hold.
    fileprivate var condition: SQL {
        get throws {
            let kinds = try self.kinds.map { try $0.condition(self.status) }
            var condition: SQL = "(\(kinds.dropFirst().reduce(kinds[0]) { "\($0) OR \($1)" }))"
            if let references {
                condition = "\(condition) AND c.reference = ANY (\(PostgresValue.textArray(references)))"
            }
            if let opened {
                condition = """
                    \(condition) AND e.occurred_at BETWEEN \(opened.lowerBound.timestamp) AND \(opened.upperBound.timestamp)
                    """
            }
            return condition
        }
    }
}

extension FiledRequestFilter.Kind {
    fileprivate func condition(_ status: Open311Status?) throws -> SQL {
        let fields = String(decoding: try CanonicalJSON.encode(self.fields), as: UTF8.self)
        var condition: SQL = """
            c.workflow = \(self.workflow) AND e.facts->>'office' = \(self.office)
            AND e.facts->'fields' @> \(fields)::jsonb
            """
        // The filer's account is what stands before the dot (ServiceParty).
        if let filer {
            condition = "\(condition) AND e.actor_user LIKE '%.%' AND split_part(e.actor_user, '.', 1) = \(filer)"
        }
        if let status {
            let isClosed = status == .closed
            condition = """
                \(condition) AND CASE WHEN c.state = ANY (\(self.states(.closed))) THEN true
                    WHEN c.state = ANY (\(self.states(.open))) THEN false ELSE c.closed_at IS NOT NULL END = \(isClosed)
                """
        }
        return condition
    }

    private func states(_ status: Open311Status) -> PostgresValue {
        .textArray(self.statuses.filter { $0.value == status }.keys.sorted())
    }
}
