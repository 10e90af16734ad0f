import Postgres
import RedressalTesting

/// The sums over all cases that shared/data/README.md gives for the real log, read from the read models.
struct IncidentTotals: Hashable {
    let cases: Int
    let closed: Int
    let transitions: Int
    let kindsOfTransition: Int
    let reopenings: Int
    let reopenedCases: Int
    /// Cases whose changes of group are as many as the source says.
    let agreeingGroups: Int
    let seconds: Int

    init(
        cases: Int, closed: Int, transitions: Int, kindsOfTransition: Int, reopenings: Int, reopenedCases: Int,
        agreeingGroups: Int, seconds: Int
    ) {
        self.cases = cases
        self.closed = closed
        self.transitions = transitions
        self.kindsOfTransition = kindsOfTransition
        self.reopenings = reopenings
        self.reopenedCases = reopenedCases
        self.agreeingGroups = agreeingGroups
        self.seconds = seconds
    }

    init(of database: Database) async throws {
        let row = try await database.query(Self.query)[0]
        self.init(
            cases: try row["cases"], closed: try row["closed"], transitions: try row["transitions"],
            kindsOfTransition: try row["kinds"], reopenings: try row["reopenings"],
            reopenedCases: try row["reopened_cases"], agreeingGroups: try row["agreeing_groups"],
            seconds: try row["seconds"])
    }

    private static let query: SQL = """
        WITH reopening AS (
            SELECT case_id FROM read.transition
            WHERE from_state IN ('resolved', 'closed') AND to_state NOT IN ('resolved', 'closed')
        ), regrouped AS (
            SELECT case_id, count(*) AS changes FROM read.case_event
            WHERE type = 'ActionTaken' AND facts->'fields' ? 'assignment_group' GROUP BY case_id
        )
        SELECT (SELECT count(*) FROM read.case_current) AS cases,
               (SELECT count(*) FROM read.case_current WHERE state = 'closed') AS closed,
               (SELECT count(*) FROM read.transition) AS transitions,
               (SELECT count(DISTINCT (from_state, to_state)) FROM read.transition) AS kinds,
               (SELECT count(*) FROM reopening) AS reopenings,
               (SELECT count(DISTINCT case_id) FROM reopening) AS reopened_cases,
               (SELECT count(*) FROM read.case_current c LEFT JOIN regrouped g USING (case_id)
                WHERE coalesce(g.changes, 0) = (c.fields->>'reassignment_count')::integer) AS agreeing_groups,
               (SELECT sum(seconds)::bigint FROM read.state_time) AS seconds
        """
}
