import Crypto
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Common words and rare ones, narrow lists and wide ones: each way to search finds the same as looking at every case.
@Suite struct SearchStepsTests {
    private static let key = SearchKey(SymmetricKey(data: Array(repeating: 7, count: 32)))
    /// A word for each step: it is in every so-manieth case.
    private static let steps = [1, 2, 3, 7, 20, 150, 4000]

    /// Cases without end dates, with the same ones, open and closed, in ten offices of which one is small.
    private static func fill(_ pool: PostgresPool, cases: Int) async throws {
        let words = self.key.numbersInOrder(of: self.steps.map { .word("every\($0)") })
        let offices = self.key.numbersInOrder(of: (0..<10).map { .office("office-\($0)") })
        try await pool.transaction { transaction in
            try transaction.execute(
                """
                INSERT INTO read.case_current (case_id, partition, reference, workflow, workflow_version, state, office,
                    opened_at, state_since, due_at, closed_at, touched_at, reopened, reassigned, breached,
                    escalation_level, paused, historical, seq, head, fields)
                SELECT 'case-' || i, i % 4, 'R' || i, 'duty', 1, CASE i % 50 WHEN 0 THEN 'held' ELSE 'open' END,
                    'office-' || CASE WHEN i % 97 = 0 THEN 9 ELSE i % 9 END, now(), now(),
                    CASE WHEN i % 5 > 0 AND i % 4 > 0 THEN now() + hashint4(i) % 1000 * interval '1 hour' END,
                    CASE WHEN i % 4 = 0 THEN now() END, now(), 0, 0, i % 11 = 0, 0, false, false, 1, '',
                    jsonb_build_object('respondent_ref', CASE WHEN i % 13 = 0 THEN 'u-1' ELSE 'u-2' END)
                FROM generate_series(1, \(cases)) i
                """)
            try transaction.execute(
                """
                INSERT INTO search.case_terms (case_id, partition, terms)
                SELECT case_id, partition,
                    ARRAY(SELECT w FROM unnest(\(PostgresValue.int64Array(Self.steps.map { Int64($0) })),
                                               \(PostgresValue.int64Array(words))) AS words (step, w)
                          WHERE substr(case_id, 6)::integer % step = 0)
                    || (\(PostgresValue.int64Array(offices)))[substr(office, 8)::integer + 1]
                    || CASE WHEN closed_at IS NULL THEN \(PostgresValue.int64Array([Self.key.number(of: .open)])) END
                FROM read.case_current
                """)
        }
        try await pool.execute("ANALYZE")
    }

    /// The same by looking at every case.
    private static func oracle(_ pool: PostgresPool, _ steps: [Int], _ filter: CaseFilter) async throws -> [String] {
        let every: SQL = steps.reduce("true") { "\($0) AND substr(case_id, 6)::integer % \(unsafeSQL: "\($1)") = 0" }
        let offices = filter.office.map { [$0] } ?? filter.offices ?? (0..<10).map { "office-\($0)" }
        return try await pool.query(
            """
            SELECT case_id FROM read.case_current
            WHERE \(every) AND (\(filter.closed) OR closed_at IS NULL) AND (NOT \(filter.overdue) OR breached)
              AND office = ANY (\(PostgresValue.textArray(offices)))
              AND (\(filter.state ?? "") = '' OR state = \(filter.state ?? ""))
              AND NOT (fields->>'respondent_ref' = ANY (\(PostgresValue.textArray(filter.hiddenRespondents))))
            ORDER BY due_at NULLS LAST, opened_at, case_id
            """
        ).values(as: String.self)
    }

    private static var filters: [CaseFilter] {
        var filters = Array(repeating: CaseFilter(), count: 8)
        filters[1].office = "office-9"
        filters[2].offices = ["office-9", "office-1"]
        filters[3].offices = (0..<100).map { "office-\($0)" }
        filters[4].state = "held"
        filters[5].overdue = true
        filters[6].hiddenRespondents = ["u-1"]
        filters[7].offices = []
        return filters
    }

    @Test func everyWayFindsTheSame() async throws {
        try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await Self.fill(pool, cases: 13_000)
            let search = SearchIndex(views: ReadModels(pool: pool), key: Self.key)
            for filter in Self.filters {
                for steps in Self.steps.map({ [$0] }) + [[2, 3], [7, 20], [3, 4000]] {
                    let query = try SearchQuery(steps.map { "every\($0)" }.joined(separator: " "))
                    let expected = try await Self.oracle(pool, steps, filter)
                    for limit in [1, 10, 500] {
                        let found = try await search.find(query, in: filter, limit: limit)
                        #expect(
                            found.cases.map(\.id.text) == Array(expected.prefix(limit)), "\(steps), \(limit), \(filter)"
                        )
                        #expect(found.complete == (expected.count <= limit), "\(steps), \(limit), \(filter)")
                    }
                }
            }
            await pool.close()
        }
    }

    /// Closed cases come last; of very many, those that were looked at are shown, and it is said.
    @Test func ofVeryManyClosedOnesSomeAreShown() async throws {
        try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await Self.fill(pool, cases: 12_000)
            let search = SearchIndex(views: ReadModels(pool: pool), key: Self.key)
            var filter = CaseFilter()
            filter.closed = true
            let head = try await search.find(SearchQuery("every1"), in: filter, limit: 10)
            let all = try await Self.oracle(pool, [1], filter)
            #expect(head.cases.map(\.id.text) == Array(all.prefix(10)))
            #expect(!head.complete)
            filter.overdue = true
            filter.hiddenRespondents = ["u-2"]
            let some = try await search.find(SearchQuery("every1"), in: filter, limit: 500)
            #expect(some.cases.count > 0)
            #expect(!some.complete)
            filter = CaseFilter()
            filter.closed = true
            let few = try await search.find(SearchQuery("every150"), in: filter, limit: 500)
            let expected = try await Self.oracle(pool, [150], filter)
            #expect(few.cases.map(\.id.text) == expected)
            #expect(few.complete)
            await pool.close()
        }
    }

    @Test func aDatabaseThatIsAwayIsSaidToBe() async throws {
        let away = PostgresPool(
            PostgresConfiguration("postgresql://nobody@127.0.0.1:1/none"), size: 1, logger: .tests)
        let search = SearchIndex(views: ReadModels(pool: away), key: Self.key)
        await #expect(throws: ViewsUnavailable.self) {
            try await search.find(SearchQuery("water"), in: CaseFilter(), limit: 1)
        }
        await away.close()
    }
}

extension SearchKey {
    fileprivate func numbersInOrder(of terms: [SearchTerm]) -> [Int64] { terms.map { self.number(of: $0) } }
}
