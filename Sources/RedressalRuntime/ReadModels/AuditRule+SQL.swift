import Postgres
import Redressal

extension AuditRule {
    /// The cases in which it may be broken: `case_id`, `account`, `since`, `until`.
    var suspects: SQL {
        switch self {
        case .samePerson(let step, let earlier, let workflow): Self.samePerson(step, after: earlier, workflow)
        case .closedWithout(let steps, let states, let workflow):
            """
            SELECT case_id, NULL::text AS account, closed_at AS since, NULL::timestamptz AS until
            FROM read.case_current
            WHERE workflow = \(workflow) AND state = ANY (\(PostgresValue.textArray(states))) AND closed_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM read.case_event e WHERE e.case_id = case_current.case_id
                              AND e.name = ANY (\(PostgresValue.textArray(steps))))
            """
        case .moreThan(let most, let step, let workflow):
            """
            SELECT e.case_id, NULL::text AS account, max(e.occurred_at) AS since, NULL::timestamptz AS until
            FROM read.case_event e JOIN read.case_current w USING (case_id)
            WHERE e.name = \(step) AND w.workflow = \(workflow) GROUP BY e.case_id HAVING count(*) > \(most)
            """
        case .openWithout(let step, _, let workflow):
            """
            SELECT case_id, NULL::text AS account, opened_at AS since, NULL::timestamptz AS until
            FROM read.case_current
            WHERE workflow = \(workflow) AND closed_at IS NULL
              AND NOT EXISTS (SELECT FROM read.case_event e
                              WHERE e.case_id = case_current.case_id AND e.name = \(step))
            """
        case .unacknowledged:
            """
            SELECT case_id, holder AS account, raised_at AS since, ended_at AS until
            FROM read.escalation WHERE acknowledged_at IS NULL
            """
        case .orphaned: "SELECT case_id, NULL::text AS account, since, NULL::timestamptz AS until FROM read.orphan"
        }
    }

    /// Whoever took a step is held against whoever took the latest of the other step before it.
    private static func samePerson(_ step: String, after earlier: String, _ workflow: String) -> SQL {
        """
        SELECT e.case_id, e.actor_user AS account, min(e.occurred_at) AS since, NULL::timestamptz AS until
        FROM read.case_event e JOIN read.case_current w USING (case_id)
        CROSS JOIN LATERAL (SELECT actor_user FROM read.case_event b
                            WHERE b.case_id = e.case_id AND b.seq < e.seq AND b.name = \(earlier)
                            ORDER BY b.seq DESC LIMIT 1) before
        WHERE e.name = \(step) AND w.workflow = \(workflow) AND before.actor_user = e.actor_user
        GROUP BY e.case_id, e.actor_user
        """
    }
}
