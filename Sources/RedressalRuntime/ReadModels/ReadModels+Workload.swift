import Postgres
import Redressal

extension ReadModels: WorkloadViews {
    package func loads(_ question: LoadQuestion) async throws -> [Caseload] {
        let (since, until) = (question.since.timestamp, question.until.timestamp)
        let rows = try await self.ask(
            """
            WITH cases AS MATERIALIZED (\(question.cases)), pauses AS (\(question.pauses))
            SELECT office, assignee, count(*) AS cases, count(*) FILTER (WHERE closed_at IS NULL) AS open,
                   count(*) FILTER (WHERE closed_at IS NULL AND breached) AS overdue, \(question.bands),
                   count(*) FILTER (WHERE reopened > 0) AS reopened, coalesce(sum(paused), 0)::bigint AS paused,
                   coalesce(sum(greatest(0, extract(epoch FROM least(closed_at, \(until)::timestamptz)
                       - greatest(opened_at, \(since)::timestamptz)) * 1000)), 0)::bigint AS time
            FROM cases LEFT JOIN pauses USING (case_id)
            GROUP BY office, assignee ORDER BY office, assignee NULLS FIRST
            """)
        return try rows.map { try Caseload($0) }
    }

    package func forecast(_ question: ForecastQuestion) async throws -> [ForecastLine] {
        let offices = question.zones.sorted { $0.key < $1.key }
        guard !offices.isEmpty else { return [] }
        let hidden = CaseFilter.without(question.hiddenRespondents, in: "c.fields") ?? "true"
        let now = question.now.timestamp
        // Zones differ by less than two days: the first bound is for the index, the second is exact.
        let rows = try await self.ask(
            """
            SELECT c.office, to_char(t.due_at AT TIME ZONE z.zone, 'YYYY-MM-DD') AS day, count(*) AS clocks,
                   count(DISTINCT t.case_id) AS cases
            FROM read.timer t
            JOIN read.case_current c USING (case_id)
            JOIN unnest(\(PostgresValue.textArray(offices.map(\.key))), \(PostgresValue.textArray(offices.map(\.value))))
                AS z (office, zone) ON z.office = c.office
            WHERE t.timer IN ('state:breach', 'total:breach') AND NOT t.historical
              AND c.closed_at IS NULL AND c.office = ANY (\(PostgresValue.textArray(offices.map(\.key))))
              AND t.due_at > \(now)::timestamptz
              AND t.due_at < \(question.now.advanced(bySeconds: Int64(question.days + 2) * 86_400).timestamp)::timestamptz
              AND (t.due_at AT TIME ZONE z.zone)::date < (\(now)::timestamptz AT TIME ZONE z.zone)::date + \(question.days)::integer
              AND \(hidden)
            GROUP BY 1, 2 ORDER BY 1, 2
            """)
        return try rows.compactMap { row in
            guard let day = CivilDate(try row["day", as: String.self]) else { return nil }
            return ForecastLine(
                office: try row["office"], day: day, cases: try row["cases"], clocks: try row["clocks"])
        }
    }
}

extension ReadModels {
    package func openCases(of offices: [String]?, after id: CaseID?, limit: Int) async throws -> [CaseState] {
        let condition: SQL = offices.map { "c.office = ANY (\(PostgresValue.textArray($0)))" } ?? "true"
        let rows = try await self.ask(
            """
            SELECT s.state FROM read.case_current c JOIN read.case_state s USING (case_id)
            WHERE c.case_id > \(id?.text ?? "") AND c.closed_at IS NULL AND \(condition) ORDER BY c.case_id LIMIT \(limit)
            """)
        return try rows.map { row in
            let state: String = try row["state"]
            return try CanonicalJSON.decode(CaseState.self, from: Array(state.utf8))
        }
    }
}

extension LoadQuestion {
    /// The cases that are open, and those that were closed within the time: each part has an index of its own.
    fileprivate var cases: SQL {
        var condition: SQL = "true"
        if let offices { condition = "office = ANY (\(PostgresValue.textArray(offices)))" }
        if let hidden = CaseFilter.without(self.hiddenRespondents, in: "fields") {
            condition = "\(condition) AND \(hidden)"
        }
        return """
            SELECT case_id, office, assignee, opened_at, closed_at, breached, reopened
            FROM read.case_current WHERE closed_at IS NULL AND \(condition)
            UNION ALL
            SELECT case_id, office, assignee, opened_at, closed_at, breached, reopened
            FROM read.case_current WHERE closed_at >= \(self.since.timestamp)::timestamptz AND \(condition)
            """
    }

    /// Of each case how long its clocks stood still within the time: the clock that stood still the longest counts.
    fileprivate var pauses: SQL {
        """
        SELECT case_id, max(held) AS paused FROM (
            SELECT c.case_id, s.clock, sum(greatest(0, extract(epoch FROM
                       least(s.ended_at, \(self.until.timestamp)::timestamptz)
                       - greatest(s.occurred_at, \(self.since.timestamp)::timestamptz)) * 1000)) AS held
            FROM cases c CROSS JOIN LATERAL (
                SELECT e.type, e.facts->>'clock' AS clock, e.occurred_at,
                       lead(e.occurred_at) OVER (PARTITION BY e.facts->>'clock' ORDER BY e.seq) AS ended_at
                FROM read.case_event e
                WHERE e.case_id = c.case_id AND e.type IN ('ClockPaused', 'ClockResumed', 'ClockStopped')) AS s
            WHERE s.type = 'ClockPaused' GROUP BY c.case_id, s.clock) AS clocks
        GROUP BY case_id
        """
    }

    /// How many of the open ones are of each age.
    fileprivate var bands: SQL {
        let ends = LoadFigures.ages.map { self.until.advanced(bySeconds: -Int64($0) * 86_400).timestamp }
        return """
            count(*) FILTER (WHERE closed_at IS NULL AND opened_at > \(ends[0])::timestamptz) AS age0,
            count(*) FILTER (WHERE closed_at IS NULL AND opened_at <= \(ends[0])::timestamptz
                             AND opened_at > \(ends[1])::timestamptz) AS age1,
            count(*) FILTER (WHERE closed_at IS NULL AND opened_at <= \(ends[1])::timestamptz
                             AND opened_at > \(ends[2])::timestamptz) AS age2,
            count(*) FILTER (WHERE closed_at IS NULL AND opened_at <= \(ends[2])::timestamptz) AS age3
            """
    }
}

extension Caseload {
    fileprivate init(_ row: PostgresRow) throws {
        var figures = LoadFigures()
        figures.cases = try row["cases"]
        figures.open = try row["open"]
        figures.overdue = try row["overdue"]
        figures.ages = try figures.ages.indices.map { try row["age\($0)"] }
        figures.reopened = try row["reopened"]
        figures.time = try row["time"]
        figures.paused = try row["paused"]
        self.init(office: try row["office"], holder: try row["assignee"], figures: figures)
    }
}
