import Postgres
import Redressal

extension ReadModels {
    package func complaintFigures(in window: Range<Instant>) async throws -> [ComplaintFigures] {
        let (from, to) = (window.lowerBound.timestamp, window.upperBound.timestamp)
        let rows = try await self.ask(
            """
            SELECT c.office, count(*) AS received, count(*) FILTER (WHERE c.closed_at < \(to)) AS closed,
                   count(*) FILTER (WHERE c.closed_at < \(to) AND late.seq IS NULL) AS in_time
            FROM read.case_current c
            LEFT JOIN LATERAL (
                SELECT e.seq FROM read.case_event e
                WHERE e.case_id = c.case_id AND e.type = 'DeadlineBreached' AND e.facts->>'clock' = 'total' LIMIT 1
            ) late ON true
            WHERE c.workflow = 'complaint' AND c.state <> 'moved_to_sensitive'
              AND c.opened_at >= \(from) AND c.opened_at < \(to)
            GROUP BY c.office
            """)
        return try rows.map {
            ComplaintFigures(
                office: try $0["office"], received: try $0["received"], closed: try $0["closed"],
                inTime: try $0["in_time"])
        }
    }
}
