import Postgres
import Redressal

/// The statements that write one batch's rows: a few, whatever the number of rows.
struct RowStatements: Sendable {
    private static let timelineColumns = [
        "case_id", "seq", "partition", "log_offset", "type", "name", "from_state", "to_state", "actor_user",
        "actor_role", "actor_post", "channel", "occurred_at", "recorded_at", "command", "facts", "hash", "request",
        "actor_office", "on_behalf_of", "epoch",
    ]

    private let schema: String
    private let timeline: [[PostgresValue]]
    private let statements: [SQL]

    /// - Throws: `EncodingError` for values that JSON cannot hold, which the log cannot hold either.
    init(_ changes: RowChanges, schema: String) throws {
        self.schema = schema
        self.timeline = try changes.timeline.map(Self.row)
        // By their ids alone: sorting moves what it sorts, and states are large.
        let states = changes.states.keys.sorted().compactMap { changes.states[$0] }
        self.statements =
            try Self.states(states, changes.partition, schema) + Self.timers(changes.timers, schema)
            + Self.escalations(changes.escalations, schema) + Self.orphans(changes.orphans, schema)
            + Self.voids(changes.voids, schema)
    }

    func run(in transaction: borrowing PostgresTransaction) throws {
        if !self.timeline.isEmpty {
            _ = try transaction.copyIn(
                SQL.identifier(self.schema, "case_event"), columns: Self.timelineColumns, rows: self.timeline)
        }
        _ = try transaction.pipeline(self.statements)
    }

    private static func row(_ line: TimelineEntry) throws -> [PostgresValue] {
        let record = line.record
        return [
            .text(record.case.text), .int(Int64(record.seq)), .int(Int64(line.partition)), .int(line.offset),
            .text(record.event.kind.rawValue), .text(line.name), line.fromState.postgresValue,
            line.toState.postgresValue, .text(record.actor.user), .text(record.actor.role),
            record.actor.post.postgresValue, .text(record.channel),
            .timestamp(milliseconds: record.occurred.milliseconds),
            .timestamp(milliseconds: record.recorded.milliseconds), .text(record.command.text),
            .json(try Self.json(record.event.facts)), .text(line.hash.description),
            .text(record.request), record.actor.office.postgresValue, record.actor.onBehalfOf.postgresValue,
            .int(record.epoch),
        ]
    }

    /// A value as the JSON that stands in a row.
    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }
}
