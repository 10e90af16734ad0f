import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// A clerk's cases come in the order of the time left, each on the calendar of its own office (story T1).
@Suite struct QueueOrderTests {
    /// The cell works on Saturdays, the department does not: what it received later on a Friday is due first.
    @Test func whatIsDueSoonerComesFirstThoughItCameLater() async throws {
        try await TestSystem.withShipped { system in
            let friday = try #require(Instant("2026-03-06T11:00:00+05:00"))
            for (hours, office) in [(0, "kp-scheme-1"), (1, "kp-abbottabad-cell")] {
                system.clock.advance(to: friday.advanced(bySeconds: Int64(hours) * 3600))
                let outcomes = try await system.submit([Self.filing(at: office, system)])
                #expect(outcomes.allSatisfy { $0.rejection == nil }, "\(outcomes)")
            }
            try await system.settle()
            var filter = CaseFilter()
            Sight(of: "u-205", system.definitions.catalog(), at: system.clock.now()).narrow(&filter)
            let cases = try await system.views.page(filter, after: nil, limit: 10).cases
            #expect(cases.map(\.office) == ["kp-abbottabad-cell", "kp-scheme-1"])
            #expect(cases.map(\.opened) == [friday.advanced(bySeconds: 3600), friday])
            let due = ["2026-03-07T16:00:00+05:00", "2026-03-09T16:00:00+05:00"].map { Instant($0) }
            #expect(cases.map(\.due) == due)
        }
    }

    private static func filing(at office: String, _ system: TestSystem) -> Command {
        let fields: [String: FieldValue] = [
            "summary": .string("Dry"), "language": .string("en"), "complainant_ref": .string("u-281"),
        ]
        return Command(
            id: CommandID("open-\(office)"), case: CaseID("case-\(office)"),
            actor: Actor(user: "u-281", role: "complainant"), channel: "web", occurred: system.clock.now(),
            request: .open(OpenCase(workflow: "complaint", office: office, fields: fields)))
    }
}
