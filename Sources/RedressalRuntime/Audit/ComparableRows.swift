import Redressal

/// Rows as texts under keys, the same for what is built and what is live.
struct ComparableRows {
    /// Table to key to row.
    private(set) var tables: [String: [String: String]] = [:]

    /// The rows that a partition's whole history gives.
    init(_ changes: RowChanges) throws {
        let states = changes.states.values
        self.tables["case_state"] = try Self.keyed(states) {
            $0.id.text
        } row: {
            try RowStatements.json($0)
        }
        self.tables["case_current"] = try Self.keyed(states) {
            $0.id.text
        } row: {
            try CurrentText(CaseRow($0, partition: changes.partition)).text
        }
        let timers = states.flatMap { state in
            state.timers.map { TimerRow($0, of: state, partition: changes.partition) }
        }
        self.tables["timer"] = Self.keyed(timers) {
            "\($0.case_id) \($0.timer)"
        } row: {
            "\($0.generation) \($0.due_at.milliseconds) \($0.historical)"
        }
        self.tables["case_event"] = try Self.keyed(changes.timeline) {
            "\($0.record.case) \($0.record.seq)"
        } row: {
            try Self.text(of: $0)
        }
        self.tables["orphan"] = Self.keyed(changes.orphans.values.compactMap { $0 }) {
            $0.case_id
        } row: {
            "\($0.seq) \($0.clock) \($0.ladder)"
        }
        self.tables["void"] = Self.keyed(changes.voids) {
            "\($0.partition) \($0.offset)"
        } row: {
            $0.reason.rawValue
        }
        // The first one parks the case.
        self.tables["parked"] = Self.keyed(changes.voids.filter(\.parksCase).reversed()) {
            $0.case ?? ""
        } row: {
            "\($0.offset) \($0.seq ?? 0) \($0.reason.rawValue)"
        }
        self.tables["escalation"] = Self.escalations(changes.escalations)
    }

    private static func keyed<Row>(
        _ rows: some Sequence<Row>, _ key: (Row) -> String, row text: (Row) throws -> String
    ) rethrows -> [String: String] {
        var keyed: [String: String] = [:]
        for row in rows { keyed[key(row)] = try text(row) }
        return keyed
    }

    /// A line of the timeline as one text, in the order of ``LiveRows``.
    private static func text(of line: TimelineEntry) throws -> String {
        let record = line.record
        let parts: [String] = [
            "\(line.hash)", "\(line.offset)", record.event.kind.rawValue, line.name, line.fromState ?? "",
            line.toState ?? "", record.actor.user, record.actor.role, record.actor.post ?? "", record.channel,
            "\(record.occurred.milliseconds)", "\(record.recorded.milliseconds)", record.command.text, record.request,
            record.actor.office ?? "", record.actor.onBehalfOf ?? "", "\(record.epoch)",
            try ComparableJSON.text(try RowStatements.json(record.event.facts)),
        ]
        return parts.joined(separator: "|")
    }

    /// Plays the changes through, as the statements do.
    private static func escalations(_ changes: [EscalationChange]) -> [String: String] {
        var standing: [String: (row: EscalationRow, acknowledged: Instant?, ended: Instant?)] = [:]
        for change in changes {
            switch change {
            case .raised(let row): standing["\(row.case_id) \(row.seq)"] = (row, nil, nil)
            case .acknowledged(let id, let clock, let at):
                for key in standing.keys
                where standing[key]?.row.case_id == id.text && standing[key]?.row.clock == clock.rawValue
                    && standing[key]?.ended == nil && standing[key]?.acknowledged == nil
                {
                    standing[key]?.acknowledged = at
                }
            case .ended(let id, let clock, let at):
                for key in standing.keys
                where standing[key]?.row.case_id == id.text && standing[key]?.row.clock == clock.rawValue
                    && standing[key]?.ended == nil
                {
                    standing[key]?.ended = at
                }
            }
        }
        return standing.mapValues { entry in
            "\(entry.row.clock) \(entry.row.level) \(entry.row.post) \(entry.row.holder) \(entry.row.raised_at.milliseconds) "
                + "\(entry.acknowledged?.milliseconds ?? 0) \(entry.ended?.milliseconds ?? 0)"
        }
    }
}

/// A list row as one text.
struct CurrentText {
    let text: String

    init(_ row: CaseRow) throws {
        let parts: [String] = [
            row.reference, row.workflow, "\(row.workflow_version)", row.state, row.office, row.assignee ?? "",
            row.severity ?? "", "\(row.opened_at.milliseconds)", "\(row.state_since.milliseconds)",
            "\(row.due_at?.milliseconds ?? 0)", "\(row.closed_at?.milliseconds ?? 0)", "\(row.touched_at.milliseconds)",
            "\(row.reopened)", "\(row.reassigned)", "\(row.breached)", "\(row.escalation_level)", "\(row.paused)",
            "\(row.historical)", "\(row.seq)", row.head, try ComparableJSON.text(try RowStatements.json(row.fields)),
        ]
        self.text = parts.joined(separator: "|")
    }
}
