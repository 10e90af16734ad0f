import Postgres
import Redressal

/// Questions to the rows of the access log.
package struct AccessReadModel: AccessViews {
    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    package func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, limit: Int
    ) async throws -> AccessPage {
        var conditions: [SQL] = []
        if let id = question.case { conditions.append("case_id = \(id.text)") }
        if let account = question.account {
            conditions.append("(account = \(account) OR name = \(SignInRefused.hash(account)))")
        }
        if let from = question.from { conditions.append("at >= \(from.timestamp)") }
        if let to = question.to { conditions.append("at < \(to.timestamp)") }
        if let cursor {
            conditions.append(
                "(at, partition, log_offset) < (\(cursor.at.timestamp), \(cursor.partition), \(cursor.offset))")
        }
        let condition = conditions.reduce("true" as SQL) { "\($0) AND \($1)" }
        do {
            // One more than is given, to know whether there is a next page.
            let rows = Array(
                try await self.pool.query(
                    """
                    SELECT partition, log_offset, entry FROM access.entry WHERE \(condition)
                    ORDER BY at DESC, partition DESC, log_offset DESC LIMIT \(limit + 1)
                    """))
            return try Self.page(rows, limit)
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the access log to answer but it does not: \(error)")
        }
    }

    private static func page(_ rows: [PostgresRow], _ limit: Int) throws -> AccessPage {
        let entries = try rows.prefix(limit).map { row in
            try CanonicalJSON.decode(AccessEntry.self, from: Array((try row["entry"] as String).utf8))
        }
        var next: AccessCursor?
        if rows.count > limit, let last = entries.last {
            let row = rows[limit - 1]
            next = AccessCursor(at: last.at, partition: try row["partition"], offset: try row["log_offset"])
        }
        return AccessPage(entries: entries, next: next)
    }
}
