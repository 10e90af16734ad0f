import Postgres

/// Keeps a database to the one log that its read models are folded from.
enum LogNote {
    /// Notes the log, if none is noted yet.
    ///
    /// - Throws: ``CommandFailure`` when the database belongs to another log; `PostgresError`.
    static func check(_ options: CommonOptions, on connection: PostgresConnection) async throws {
        let wanted = try self.name(options)
        // Writes nothing where a log is noted; of two that note at once, both read what the first one wrote.
        try await connection.execute("INSERT INTO installation.log (log) VALUES (\(wanted)) ON CONFLICT DO NOTHING")
        let noted: String = try await connection.query("SELECT log FROM installation.log").value()
        guard noted == wanted else {
            throw CommandFailure(
                .unreachable,
                "expected the log that this database belongs to, \(noted), but --log or REDRESSAL_LOG names \(wanted): each "
                    + "log needs a database of its own")
        }
    }

    private static func name(_ options: CommonOptions) throws -> String {
        switch try options.logKind() {
        case .postgres: "postgres"
        case .kafka: "kafka with topics '\(options.prefix)…'"
        }
    }
}
