import Postgres
import Redressal

/// The read models' rows of one partition, as texts that ``ComparableRows`` can be compared with.
struct LiveRows: Sendable {
    private static let milliseconds = "(extract(epoch FROM %) * 1000)::bigint"

    /// The offset up to which the rows are folded.
    let position: Int64
    /// Table to key to row.
    let tables: [String: [String: String]]

    /// Reads a partition's rows as they are at one moment, while workers go on.
    init(of partition: Int, _ pool: PostgresPool) async throws {
        (self.position, self.tables) = try await pool.transaction(.snapshot) { transaction in
            let position = try transaction.query(
                "SELECT next_offset FROM read.position WHERE partition = \(partition)"
            ).values(as: Int64.self).first
            return (
                position ?? 0,
                try Self.queries(partition).mapValues { try Self.keyed(try transaction.query($0)) }
            )
        }
    }

    private static func keyed(_ result: PostgresResult) throws -> [String: String] {
        var rows: [String: String] = [:]
        for row in result {
            let text: String = try row["text"]
            let json: String? = try row["json"]
            rows[try row["key"]] = try json.map { "\(text)|\(try ComparableJSON.text($0))" } ?? text
        }
        return rows
    }

    private static func at(_ column: String) -> String {
        "coalesce(" + self.milliseconds.replacing("%", with: column) + ", 0)"
    }

    private static func queries(_ partition: Int) -> [String: SQL] {
        let current = [
            "reference", "workflow", "workflow_version", "state", "office", "coalesce(assignee, '')",
            "coalesce(severity, '')", self.at("opened_at"), self.at("state_since"), self.at("due_at"),
            self.at("closed_at"), self.at("touched_at"), "reopened", "reassigned", "breached", "escalation_level",
            "paused", "historical", "seq", "head",
        ]
        let timer = ["generation", self.at("due_at"), "historical"]
        let event = [
            "hash", "log_offset", "type", "name", "coalesce(from_state, '')", "coalesce(to_state, '')", "actor_user",
            "actor_role", "coalesce(actor_post, '')", "channel", self.at("occurred_at"), self.at("recorded_at"),
            "command", "request", "coalesce(actor_office, '')", "coalesce(on_behalf_of, '')", "epoch",
        ]
        let escalation = [
            "clock", "level", "post", "holder", self.at("raised_at"), self.at("acknowledged_at"), self.at("ended_at"),
        ]
        return [
            "case_state": self.query("case_state", key: "case_id", ["state"], "", partition),
            "case_current": self.query("case_current", key: "case_id", current, "|", partition, json: "fields"),
            "timer": self.query("timer", key: "case_id || ' ' || timer", timer, " ", partition),
            "case_event": self.query(
                "case_event", key: "case_id || ' ' || seq", event, "|", partition, json: "facts"),
            "orphan": self.query("orphan", key: "case_id", ["seq", "clock", "ladder"], " ", partition),
            "parked": self.query("parked", key: "case_id", ["log_offset", "seq", "reason"], " ", partition),
            "void": self.query("void", key: "partition || ' ' || log_offset", ["reason"], " ", partition),
            "escalation": self.query("escalation", key: "case_id || ' ' || seq", escalation, " ", partition),
        ]
    }

    /// The columns joined into one text; `concat_ws` writes booleans as `t` and `f`, so they are cast.
    private static func query(
        _ table: String, key: String, _ columns: [String], _ separator: String, _ partition: Int,
        json: String = "NULL"
    ) -> SQL {
        let booleans: Set<String> = ["breached", "paused", "historical"]
        let texts = columns.map { booleans.contains($0) ? "\($0)::boolean::text" : $0 }.joined(separator: ", ")
        return """
            SELECT \(unsafeSQL: key) AS key, concat_ws(\(separator)::text, \(unsafeSQL: texts)) AS text,
                   \(unsafeSQL: json)::text AS json
            FROM \(SQL.identifier("read", table)) WHERE partition = \(partition)
            """
    }
}
