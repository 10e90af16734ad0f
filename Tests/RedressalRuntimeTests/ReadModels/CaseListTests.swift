import Postgres
import RedressalTesting
import Testing

@testable import Redressal
@testable import RedressalRuntime

/// Lists of cases, turned page by page.
@Suite struct CaseListTests {
    /// A filter, and the same as a plain question.
    struct Question: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let filter: CaseFilter

        init(_ condition: String, _ set: (inout CaseFilter) -> Void = { _ in }) {
            self.testDescription = condition
            var filter = CaseFilter()
            set(&filter)
            self.filter = filter
        }
    }

    private static let noon = Instant("2026-02-01T06:00:00Z")
    static let questions = [
        Question("closed_at IS NULL"), Question("true") { $0.closed = true },
        Question("closed_at IS NULL AND office = 'o1'") { $0.office = "o1" },
        Question("office = 'o1' AND state = 's2'") { ($0.office, $0.state, $0.closed) = ("o1", "s2", true) },
        Question("closed_at IS NULL AND office IN ('o1', 'o3', 'o5')") { $0.offices = ["o5", "o1", "o3"] },
        Question("closed_at IS NULL AND office = 'o3'") { ($0.office, $0.offices) = ("o3", ["o1", "o3"]) },
        Question("false") { ($0.office, $0.offices) = ("o2", ["o1", "o3"]) },
        Question("false") { $0.offices = [] }, Question("false") { $0.heldBy = [] },
        Question("closed_at IS NULL AND assignee IN ('u-1', 'u-4')") { $0.heldBy = ["u-1", "u-4"] },
        Question("closed_at IS NULL AND assignee = 'u-1' AND office IN ('o1', 'o2')") {
            ($0.assignee, $0.offices) = ("u-1", ["o1", "o2"])
        },
        Question("closed_at IS NULL AND (office, workflow, state) IN (('o1', 'w0', 's2'), ('o3', 'w1', 's3'))") {
            $0.steps = [
                CaseStep(office: "o3", workflow: "w1", state: "s3"),
                CaseStep(office: "o1", workflow: "w0", state: "s2"),
                CaseStep(office: "o9", workflow: "w0", state: "s2"),
            ]
        },
        Question("closed_at IS NULL AND office = 'o2' AND workflow = 'w0' AND state = 's4'") {
            $0.steps = [CaseStep(office: "o2", workflow: "w0", state: "s4")]
        },
        Question("false") { $0.steps = [] },
        Question("assignee = 'u-4'") { ($0.heldBy, $0.assignee, $0.closed) = (["u-1", "u-4"], "u-4", true) },
        Question("closed_at IS NULL AND severity = 'urgent' AND workflow = 'w0'") {
            ($0.severity, $0.workflow) = ("urgent", "w0")
        },
        Question("closed_at IS NULL AND breached AND office IN ('o1', 'o2')") {
            ($0.overdue, $0.offices) = (true, ["o1", "o2"])
        },
        Question("closed_at IS NULL AND breached AND severity IS NULL") { $0.orphans = true },
        Question("closed_at IS NULL AND due_at < '2026-02-01T06:00:00Z'") { $0.dueBefore = noon },
        Question("closed_at IS NULL AND due_at >= '2026-02-01T06:00:00Z' AND office IN ('o1', 'o2')") {
            ($0.dueFrom, $0.offices) = (noon, ["o1", "o2"])
        },
        Question("closed_at IS NULL AND fields->>'respondent_ref' NOT IN ('r-1', 'r-2')") {
            $0.hiddenRespondents = ["r-1", "r-2"]
        },
    ]

    @Test func pagesAreTheWholeListInItsOrder() async throws {
        try await Self.withViews(rows: 400) { views in
            for question in Self.questions {
                let expected = try await views.pool.query(
                    """
                    SELECT case_id FROM read.case_current WHERE \(unsafeSQL: question.testDescription)
                    ORDER BY due_at NULLS LAST, opened_at, case_id
                    """
                ).values(as: String.self)
                for limit in [1, 7, 400] {
                    let found = try await Self.walk(views, question.filter, limit)
                    #expect(found == expected, "\(question.testDescription) by \(limit)")
                }
                let count = try await views.count(question.filter, atMost: 1000)
                #expect(count == expected.count, "\(question.testDescription)")
                let few = try await views.count(question.filter, atMost: 3)
                #expect(few == min(3, expected.count))
            }
        }
    }

    @Test func aRowThatMovedIsNoError() async throws {
        try await Self.withViews(rows: 60) { views in
            let first = try await views.page(CaseFilter(), after: nil, limit: 5)
            let last = try #require(first.cases.last)
            try await views.pool.execute("DELETE FROM read.case_current WHERE case_id = \(last.id.text)")
            let second = try await views.page(CaseFilter(), after: first.next, limit: 5)
            #expect(second.cases.count == 5)
            #expect(second.cases.allSatisfy { CaseCursor(after: last) < CaseCursor(after: $0) })
        }
    }

    /// The plan of each part, from its beginning and from far within: what the table gives comes in the order of an index.
    ///
    /// Of few rows the planner sorts all rather than read in order, so it is told not to where it can do without.
    @Test func pagesAreReadInTheOrderOfIndexesHoweverDeep() async throws {
        try await TemporaryDatabase.with { database in
            try await CaseListRows.write(20_000, to: database)
            try await database.withConnection { connection in
                try await connection.execute("SET enable_sort = off")
                try await connection.execute("SET enable_bitmapscan = off")
                for question in Self.questions where !question.filter.orphans {
                    for cursor in [nil] + Self.deep {
                        for part in CaseListQuery(question.filter).parts(after: cursor, limit: 51) {
                            let plan = try await connection.query("EXPLAIN \(part)").values(as: String.self)
                            let told = "\(question.testDescription)\n\(plan.joined(separator: "\n"))"
                            #expect(Self.isInOrder(plan), "\(told)")
                            // An office without cases would have every case of the others looked at.
                            let goesOverAll = plan.contains { $0.contains("_due") || $0.contains("_anywhere") }
                            #expect(goesOverAll == (CaseKeys(of: question.filter) == nil), "\(told)")
                        }
                    }
                }
            }
        }
    }

    private static let deep = [
        CaseCursor(due: noon, opened: Instant(seconds: 0), id: CaseID("case-5")),
        CaseCursor(due: nil, opened: Instant(seconds: 1_767_240_000), id: CaseID("case-5")),
    ]

    /// Whether nothing of the table is read otherwise than by an index, and nothing is sorted right after it was read.
    private static func isInOrder(_ plan: [String]) -> Bool {
        let steps = plan.filter { $0.contains("(cost=") }
        let isSorted = zip(steps, steps.dropFirst()).contains {
            $0.contains("Sort  (") && $1.contains("on case_current")
        }
        return !isSorted && !steps.contains { $0.contains("Seq Scan on case_current") }
    }

    private static func walk(_ views: ReadModels, _ filter: CaseFilter, _ limit: Int) async throws -> [String] {
        var found: [String] = []
        var cursor: CaseCursor?
        repeat {
            let page = try await views.page(filter, after: cursor, limit: limit)
            found += page.cases.map(\.id.text)
            cursor = page.next
        } while cursor != nil
        return found
    }

    static func withViews(rows: Int, _ body: (ReadModels) async throws -> Void) async throws {
        try await TemporaryDatabase.with { database in
            try await CaseListRows.write(rows, to: database)
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await body(ReadModels(pool: pool))
            await pool.close()
        }
    }
}
