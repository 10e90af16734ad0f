import Postgres
import RedressalTesting
import Testing

@testable import Redressal
@testable import RedressalRuntime

extension CaseListTests {
    @Test func glancesTellSinceWhenAndWhatIsNotSealed() async throws {
        try await Self.withViews(rows: 60) { views in
            let lines = try await views.page(CaseFilter(), after: nil, limit: 3).cases
            try await views.pool.execute(
                """
                UPDATE read.case_current SET state_since = '2026-02-03 04:05:06Z', fields = '{"cost":"90.00 USD","n":[1]}'
                WHERE case_id = \(lines[1].id.text)
                """)
            let glances = try await views.glances(at: lines.map(\.id) + [CaseID("none")])
            #expect(Set(glances.keys) == Set(lines.map(\.id)))
            let glance = CaseGlance(
                since: try #require(Instant("2026-02-03T04:05:06Z")),
                fields: ["cost": .string("90.00 USD"), "n": .list([.integer(1)])])
            #expect(glances[lines[1].id] == glance)
            #expect(try await views.glances(at: []).isEmpty)
        }
    }

    /// A count looks at what stands at the steps alone, however many cases the offices have.
    @Test func stepsAreCountedByTheirIndex() async throws {
        try await TemporaryDatabase.with { database in
            try await CaseListRows.write(20_000, to: database)
            var filter = CaseFilter()
            filter.steps = ["o1", "o2"].map { CaseStep(office: $0, workflow: "w0", state: "s2") }
            let query = try #require(CaseListQuery(filter).count(atMost: 1001))
            try await database.withConnection { connection in
                let plan = try await connection.query("EXPLAIN \(query)").values(as: String.self)
                #expect(plan.contains { $0.contains("case_current_state") }, "\(plan.joined(separator: "\n"))")
            }
        }
    }
}
