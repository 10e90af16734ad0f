import Postgres
import Redressal

extension ReadModels {
    package func timeline(of id: CaseID) async throws -> [TimelineEntry] {
        try await self.ask(Self.timeline(of: id)).map { row in
            let record: String = try row["record"]
            let hash: String = try row["hash"]
            return TimelineEntry(
                try CanonicalJSON.decode(EventRecord.self, from: Array(record.utf8)),
                hash: EventHash(hash) ?? .none, partition: try row["partition"], offset: try row["log_offset"])
        }
    }

    /// The rows put together to what the log holds.
    ///
    /// Which version of the workflow an event went by is not kept with each: it is the one that the last move before it
    /// led to, or that the first move led away from, or else the case's own.
    private static func timeline(of id: CaseID) -> SQL {
        """
        WITH event AS (
            SELECT *, lag(hash, 1, \(EventHash.none.description)) OVER (ORDER BY seq) AS prev,
                   max(seq) FILTER (WHERE type = \(Self.move)) OVER (ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING
                                                                     AND 1 PRECEDING) AS moved,
                   min(seq) FILTER (WHERE type = \(Self.move)) OVER () AS first_move
            FROM read.case_event WHERE case_id = \(id.text)
        )
        SELECT jsonb_build_object(
                   'type', e.type, 'version', \(CaseEvent.version)::integer, 'case', e.case_id, 'seq', e.seq, 'prev', e.prev,
                   'epoch', e.epoch, 'command', e.command, 'request', e.request, 'channel', e.channel,
                   'workflow', coalesce(last.facts->'to', first.facts->'from', s.state::jsonb->'workflow'),
                   'actor', jsonb_strip_nulls(jsonb_build_object(
                       'user', e.actor_user, 'role', e.actor_role, 'post', e.actor_post, 'office', e.actor_office,
                       'on_behalf_of', e.on_behalf_of)),
                   'occurred', \(Self.instant("e.occurred_at")), 'recorded', \(Self.instant("e.recorded_at")),
                   'facts', e.facts)::text AS record,
               e.hash, e.partition, e.log_offset
        FROM event e
        JOIN read.case_state s USING (case_id)
        LEFT JOIN read.case_event last ON last.case_id = e.case_id AND last.seq = e.moved
        LEFT JOIN read.case_event first ON first.case_id = e.case_id AND first.seq = e.first_move
        ORDER BY e.seq
        """
    }

    private static let move = CaseEvent.Kind.workflowVersionChanged.rawValue

    /// A column as the log writes instants.
    private static func instant(_ column: String) -> SQL {
        SQL(unsafeSQL: #"to_char(\#(column) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"#)
    }
}
