import Foundation
import Postgres
import RedressalTesting

/// An incident log as rows of the database under test, in a schema of its own, for comparing by SQL.
///
/// What the read models must show is worked out here from the file alone, by other means than the program's.
struct IncidentSource {
    private static let columns = [
        "number", "incident_state", "sys_updated_at", "assignment_group", "reopen_count", "reassignment_count",
    ]

    let database: Database

    /// Loads a file.
    init(_ file: URL, into database: Database) async throws {
        self.database = database
        let rows = try Self.rows(file)
        try await database.withConnection { connection in
            try await connection.execute(script: SourceIdentity.script)
            try await connection.execute(script: Self.tables)
            try await connection.copyIn(
                SQL.identifier("source", "line"), columns: ["line"] + Self.columns, rows: rows)
            try await connection.execute(script: Self.derived)
        }
    }

    /// The lines with the columns of interest; the log needs no quotes.
    private static func rows(_ file: URL) throws -> [[PostgresValue]] {
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).utf8
            .split(separator: UInt8(ascii: "\n"))
        let header = lines[0].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
        let places = Self.columns.compactMap { header.firstIndex(of: $0) }
        return lines.enumerated().dropFirst().map { index, line in
            let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            return [.int(Int64(index + 1))] + places.map { .text(String(decoding: cells[$0], as: UTF8.self)) }
        }
    }

    private static let tables = """
        CREATE TABLE source.line (
            line integer PRIMARY KEY, number text, incident_state text, sys_updated_at text, assignment_group text,
            reopen_count integer, reassignment_count integer);
        """

    /// The rows that can be used, each with the one before and the one after: without those in the illegal state, and
    /// without the last case, which is cut off.
    private static let derived = """
        CREATE TABLE source.step AS
        SELECT line, number, source.case_id('incident', number) AS case_id, state, at, assignment_group, reopen_count,
               reassignment_count, lag(state) OVER w AS before, lag(assignment_group) OVER w AS group_before,
               lead(at) OVER w AS until, lead(line) OVER w IS NULL AS is_last
        FROM (
            SELECT *, lower(replace(incident_state, ' ', '_')) AS state,
                   to_timestamp(sys_updated_at || ' +00', 'DD/MM/YYYY HH24:MI TZH') AS at
            FROM source.line
        ) parsed
        WHERE incident_state <> '-100' AND number <> (SELECT number FROM source.line ORDER BY line DESC LIMIT 1)
        WINDOW w AS (PARTITION BY number ORDER BY line);
        ANALYZE source.step;
        """
}
