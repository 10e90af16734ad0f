import Postgres
import Redressal

extension BulkStore {
    /// The orders that have something to be done, the oldest first, each with whether its cases are known.
    func open() async throws -> [(request: BulkRequest, isCollected: Bool)] {
        try await self.ask(
            """
            SELECT \(Self.columns) FROM bulk.request WHERE standing IN ('counting', 'running') ORDER BY asked_at, id
            """
        ).map { (try BulkRequest($0), try $0["collected"]) }
    }

    /// Writes down the cases of an order once and for all: those that are added afterwards are none of it.
    ///
    /// - Parameters:
    ///   - offices: Whose cases.
    ///   - hidden: Accounts and posts: cases that complain about one of them are left out.
    func collect(_ request: BulkRequest, offices: [String], hidden: [String]) async throws {
        let condition = try request.order.condition(offices, hidden)
        try await self.pool.transaction { transaction in
            // Two runners may overlap for a moment when one of them is taken for dead.
            let isFirst =
                try transaction.execute(
                    "UPDATE bulk.request SET collected = true WHERE id = \(request.id) AND NOT collected") == 1
            guard isFirst else { return }
            try transaction.execute(
                """
                INSERT INTO bulk.item (request, number, case_id)
                SELECT \(request.id), row_number() OVER (ORDER BY opened_at, case_id), case_id
                FROM read.case_current WHERE \(condition)
                """)
        }
    }

    /// The states of some of an order's cases that have a fate, in their order.
    func states(of id: String, _ fate: BulkRequest.Fate, limit: Int) async throws -> [(number: Int, state: CaseState)] {
        try await self.ask(
            """
            SELECT i.number, s.state FROM bulk.item i JOIN read.case_state s USING (case_id)
            WHERE i.request = \(id) AND i.fate = \(fate.rawValue) ORDER BY i.number LIMIT \(limit)
            """
        ).map { row in
            let state: String = try row["state"]
            return (try row["number"], try CanonicalJSON.decode(CaseState.self, from: Array(state.utf8)))
        }
    }

    /// Writes down what became of cases of an order.
    func write(_ items: [BulkItem], of id: String) async throws {
        guard !items.isEmpty else { return }
        _ = try await self.ask(
            """
            UPDATE bulk.item i SET fate = n.fate, reason = nullif(n.reason, ''), seq = nullif(n.seq, '')::integer
            FROM unnest(\(PostgresValue.textArray(items.map { String($0.number) })),
                        \(PostgresValue.textArray(items.map(\.fate.rawValue))),
                        \(PostgresValue.textArray(items.map { $0.reason ?? "" })),
                        \(PostgresValue.textArray(items.map { $0.seq.map(String.init) ?? "" })))
                AS n (number, fate, reason, seq)
            WHERE i.request = \(id) AND i.number = n.number::integer
            """)
    }

    /// Takes cases out of an order, whose history is not as asked for.
    func drop(_ numbers: [Int], of id: String) async throws {
        guard !numbers.isEmpty else { return }
        _ = try await self.ask(
            """
            DELETE FROM bulk.item WHERE request = \(id)
              AND number = ANY (\(PostgresValue.textArray(numbers.map(String.init)))::integer[])
            """)
    }

    /// Moves an order on, unless somebody has ended it meanwhile.
    func move(
        _ id: String, from standing: BulkRequest.Standing, to next: BulkRequest.Standing, at now: Instant
    )
        async throws
    {
        _ = try await self.ask(
            """
            UPDATE bulk.request SET standing = \(next.rawValue),
                ended_at = CASE WHEN \(next.rawValue) = 'done' THEN \(now.timestamp)::timestamptz END
            WHERE id = \(id) AND standing = \(standing.rawValue)
            """)
    }
}

extension BulkOrder {
    /// What rows of `read.case_current` must hold; final states are looked for only where the order names one.
    fileprivate func condition(_ offices: [String], _ hidden: [String]) throws -> SQL {
        var condition: SQL = "office = ANY (\(PostgresValue.textArray(offices)))"
        if let workflow { condition = "\(condition) AND workflow = \(workflow)" }
        if let state { condition = "\(condition) AND state = \(state)" }
        if self.action == nil { condition = "\(condition) AND closed_at IS NULL AND due_at IS NOT NULL" }
        if !self.fields.isEmpty {
            let fields = String(decoding: try CanonicalJSON.encode(self.fields), as: UTF8.self)
            condition = "\(condition) AND fields @> \(fields)::jsonb"
        }
        if let without = CaseFilter.without(hidden, in: "fields") { condition = "\(condition) AND \(without)" }
        return condition
    }
}
