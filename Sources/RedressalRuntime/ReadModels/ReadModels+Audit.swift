import Postgres
import Redressal

extension ReadModels: AuditViews {
    package func touched(
        _ question: TouchQuestion, after cursor: TouchCursor?, limit: Int
    ) async throws -> [TouchedCase] {
        let rows = try await self.ask(
            """
            SELECT t.case_id, c.reference, c.workflow, c.office, c.state, t.deeds, t.steps, t.first_at, t.last_at
            FROM (
                SELECT case_id, count(DISTINCT command) AS deeds, min(recorded_at) AS first_at,
                       max(recorded_at) AS last_at,
                       coalesce(string_agg(DISTINCT name, ' ' ORDER BY name)
                                    FILTER (WHERE type IN ('CaseOpened', 'ActionTaken')), '') AS steps
                FROM read.case_event WHERE \(question.condition) GROUP BY case_id
            ) t JOIN read.case_current c USING (case_id)
            WHERE \(question.scope.condition) AND \(Self.isAfter(cursor))
            ORDER BY t.last_at DESC, t.case_id DESC LIMIT \(limit)
            """)
        return try rows.map { row in
            TouchedCase(
                id: CaseID(try row["case_id"]), reference: try row["reference"], workflow: try row["workflow"],
                office: try row["office"], state: try row["state"], deeds: try row["deeds"],
                steps: try row["steps", as: String.self].split(separator: " ").map { String($0) },
                first: Instant(try row["first_at", as: PostgresTimestamp.self]),
                last: Instant(try row["last_at", as: PostgresTimestamp.self]))
        }
    }

    package func roots() async throws -> [SignedRoot] {
        try await self.ask(
            """
            SELECT DISTINCT ON (topic = 'events', topic, partition) topic, partition, note FROM audit.checkpoint
            ORDER BY topic = 'events' DESC, topic, partition, size DESC
            """
        ).compactMap { try SignedRoot($0) }
    }

    package func suspects(of rule: AuditRule, in scope: AuditScope, limit: Int) async throws -> [AuditSuspect] {
        let rows = try await self.ask(
            """
            SELECT s.case_id, c.reference, c.workflow, c.office, s.account, s.since,
                   -- The clocks of a past that was vouched for stand where it ends.
                   coalesce(s.until, CASE WHEN c.historical THEN c.touched_at END) AS until
            FROM (\(rule.suspects)) s JOIN read.case_current c USING (case_id)
            WHERE \(scope.condition) ORDER BY s.since, s.case_id LIMIT \(limit)
            """)
        return try rows.map { row in
            AuditSuspect(
                id: CaseID(try row["case_id"]), reference: try row["reference"], workflow: try row["workflow"],
                office: try row["office"], account: try row["account"],
                since: Instant(try row["since", as: PostgresTimestamp.self]),
                until: try row["until", as: PostgresTimestamp?.self].map { Instant($0) })
        }
    }

    package func sample(_ question: SampleQuestion) async throws -> [SampledCase] {
        let rows = try await self.ask(
            """
            SELECT case_id, reference, workflow, office, state, opened_at, closed_at, stratum
            FROM (
                SELECT c.*, count(*) OVER (PARTITION BY office) AS stratum,
                       row_number() OVER (PARTITION BY office ORDER BY
                           sha256(convert_to(\(question.seed)::text || chr(10) || case_id, 'UTF8')), case_id) AS place
                FROM read.case_current c WHERE \(question.scope.condition) AND \(question.condition)
            ) drawn
            WHERE place <= \(question.perOffice) ORDER BY office, place
            """)
        return try rows.map { row in
            SampledCase(
                id: CaseID(try row["case_id"]), reference: try row["reference"], workflow: try row["workflow"],
                office: try row["office"], state: try row["state"],
                opened: Instant(try row["opened_at", as: PostgresTimestamp.self]),
                closed: try row["closed_at", as: PostgresTimestamp?.self].map { Instant($0) },
                stratum: try row["stratum"])
        }
    }

    private static func isAfter(_ cursor: TouchCursor?) -> SQL {
        guard let cursor else { return "true" }
        return "(t.last_at, t.case_id) < (\(cursor.last.timestamp)::timestamptz, \(cursor.id.text)::text)"
    }
}

extension AuditScope {
    /// What a row `c` of `read.case_current` must hold.
    fileprivate var condition: SQL {
        var conditions: [SQL] = []
        if let offices { conditions.append("c.office = ANY (\(PostgresValue.textArray(offices)))") }
        if let hidden = CaseFilter.without(self.hiddenRespondents, in: "c.fields") { conditions.append(hidden) }
        if let uncrossed = self.border.condition(on: "c") { conditions.append(uncrossed) }
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }
}

extension TouchQuestion {
    /// What a row of `read.case_event` must hold.
    fileprivate var condition: SQL {
        var conditions: [SQL] = []
        // The index has only these.
        if let account { conditions.append("actor_user = \(account) AND actor_user <> 'system'") }
        if let post { conditions.append("actor_post = \(post)") }
        if conditions.isEmpty { conditions.append("false") }
        let times = [
            Self.isWithin("recorded_at", self.from, self.to), Self.isWithin("occurred_at", self.from, self.to),
        ]
        conditions.append("(\(times[0]) OR \(times[1]))")
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }

    private static func isWithin(_ column: SQL, _ from: Instant?, _ to: Instant?) -> SQL {
        var condition: SQL = "true"
        if let from { condition = "\(condition) AND \(column) >= \(from.timestamp)" }
        if let to { condition = "\(condition) AND \(column) < \(to.timestamp)" }
        return "(\(condition))"
    }
}

extension SampleQuestion {
    /// What a row `c` of `read.case_current` must hold.
    fileprivate var condition: SQL {
        var conditions: [SQL] = []
        if let workflow { conditions.append("c.workflow = \(workflow)") }
        if let from { conditions.append("c.opened_at >= \(from.timestamp)") }
        if let to { conditions.append("c.opened_at < \(to.timestamp)") }
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }
}
