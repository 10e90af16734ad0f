import Postgres
import Redressal

extension ReadModels: CaseViews {
    package func find(_ idOrReference: String) async throws -> CaseState? {
        let rows = try await self.ask(
            """
            SELECT s.state, c.case_id = \(idOrReference) AS is_named FROM read.case_state s
            JOIN read.case_current c USING (case_id)
            WHERE c.case_id = \(idOrReference) OR c.reference = \(TrackingReference.normalised(idOrReference) ?? idOrReference)
            ORDER BY is_named DESC LIMIT 2
            """)
        guard let row = rows.first else { return nil }
        // Two cases may share a tracking number, however unlikely; showing one of them could show a stranger's.
        guard try rows.count == 1 || row["is_named", as: Bool.self] else { throw AmbiguousReference() }
        let text: String = try row["state"]
        return try CanonicalJSON.decode(CaseState.self, from: Array(text.utf8))
    }

    package func isDone(_ command: CommandID, on id: CaseID) async throws -> Bool {
        let rows = try await self.ask(
            """
            SELECT 1 AS one FROM read.case_event WHERE case_id = \(id.text) AND command = \(command.text) LIMIT 1
            """)
        return !rows.isEmpty
    }

    package func wait(for idOrReference: String, seq: Int, patience: Duration) async throws -> Bool {
        let end = ContinuousClock.now.advanced(by: patience)
        while true {
            let rows = try await self.ask(
                """
                SELECT seq FROM read.case_current
                WHERE case_id = \(idOrReference) OR reference = \(TrackingReference.normalised(idOrReference) ?? idOrReference)
                """)
            if let row = rows.first, try row["seq", as: Int.self] >= seq { return true }
            guard ContinuousClock.now < end else { return false }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func ask(_ sql: SQL) async throws -> [PostgresRow] {
        try await self.asking { Array(try await $0.query(sql)) }
    }
}
