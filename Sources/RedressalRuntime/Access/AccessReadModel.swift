import Postgres
import Redressal

/// Questions to the rows of the access log.
package struct AccessReadModel: AccessViews {
    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    package func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, limit: Int,
        as shown: (AccessEntry) async throws -> AccessEntry?
    ) async throws -> AccessPage {
        var told: [AccessEntry] = []
        var place = cursor
        while true {
            // One more than is given, to know whether there is a next page.
            let entries = try await self.entries(question, after: place, atMost: limit + 1)
            for entry in entries {
                guard let seen = try await shown(entry) else { continue }
                guard told.count < limit else {
                    return AccessPage(entries: told, next: told.last.map { AccessCursor(after: $0) })
                }
                told.append(seen)
            }
            guard entries.count > limit, let last = entries.last else { return AccessPage(entries: told, next: nil) }
            place = AccessCursor(after: last)
        }
    }

    private func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, atMost limit: Int
    ) async throws -> [AccessEntry] {
        let condition = Self.conditions(of: question, after: cursor).reduce("true" as SQL) { "\($0) AND \($1)" }
        do {
            let rows = try await self.pool.query(
                """
                SELECT entry FROM access.entry WHERE \(condition)
                ORDER BY at DESC, partition DESC, log_offset DESC LIMIT \(limit)
                """)
            return try rows.map { row in
                try CanonicalJSON.decode(AccessEntry.self, from: Array((try row["entry"] as String).utf8))
            }
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the access log to answer but it does not: \(error)")
        }
    }

    private static func conditions(of question: AccessQuestion, after cursor: AccessCursor?) -> [SQL] {
        var conditions: [SQL] = []
        if let id = question.case { conditions.append("case_id = \(id.text)") }
        if let account = question.account {
            conditions.append("(account = \(account) OR name = \(SignInRefused.hash(account)))")
        }
        if let from = question.from { conditions.append("at >= \(from.timestamp)") }
        if let to = question.to { conditions.append("at < \(to.timestamp)") }
        if let cursor {
            conditions.append(
                """
                (at, partition, log_offset) < (
                    SELECT last.at, last.partition, last.log_offset FROM access.entry AS last WHERE last.id = \(cursor.id))
                """)
        }
        return conditions
    }
}
