import Postgres

/// One plan's line on the JAAP board.
package struct JaapBoardLine: Sendable, Codable {
    package let plan: String
    package let actions: Int
    package let completed: Int
    package let withSupervisor: Int
    /// Completed of all, rounded half up once, for display.
    package let percent: Int

    init(_ row: PostgresRow) throws {
        self.plan = try row["jaap_id", as: String?.self] ?? "–"
        self.actions = try row["actions"]
        self.completed = try row["completed"]
        self.withSupervisor = try row["with_supervisor"]
        self.percent = try row["addressed_percent"]
    }
}

extension ReadModels {
    /// The JAAP board, plan by plan.
    package func jaapBoard() async throws -> [JaapBoardLine] {
        try await self.pool.query("SELECT * FROM read.jaap_board ORDER BY jaap_id").map { try JaapBoardLine($0) }
    }
}
