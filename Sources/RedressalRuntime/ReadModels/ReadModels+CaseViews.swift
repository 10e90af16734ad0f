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

    package func list(_ filter: CaseFilter, limit: Int) async throws -> [CaseListing] {
        let rows = try await self.ask(
            """
            SELECT case_id, reference, workflow, state, office, assignee, severity,
                   (extract(epoch FROM due_at) * 1000)::bigint AS due, breached, escalation_level, seq, historical
            FROM read.case_current
            WHERE \(filter.condition)
            ORDER BY due_at NULLS LAST, opened_at, case_id
            LIMIT \(limit)
            """)
        return try rows.map { try CaseListing($0) }
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

    /// Asks the database; when it is away, says so in the words of the port.
    func ask(_ sql: SQL) async throws -> [PostgresRow] {
        do {
            return Array(try await self.pool.query(sql))
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the read models to answer but they do not: \(error)")
        }
    }
}

extension CaseFilter {
    /// Only what is asked for, so that the index made for it is used.
    fileprivate var condition: SQL {
        var conditions: [SQL] = []
        if let workflow { conditions.append("workflow = \(workflow)") }
        if let office { conditions.append("office = \(office)") }
        if let state { conditions.append("state = \(state)") }
        if !self.closed { conditions.append("closed_at IS NULL") }
        if self.overdue { conditions.append("breached") }
        if self.orphans { conditions.append("case_id IN (SELECT case_id FROM read.orphan)") }
        if let offices { conditions.append("office = ANY (\(PostgresValue.textArray(offices)))") }
        if !self.hiddenRespondents.isEmpty {
            let hidden = PostgresValue.textArray(self.hiddenRespondents)
            conditions.append("coalesce(fields->>'\(unsafeSQL: CaseState.respondentField)', '') <> ALL (\(hidden))")
        }
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }
}
