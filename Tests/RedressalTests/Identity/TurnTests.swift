import Redressal
import RedressalTesting
import Testing

/// Whose turn it is, and what they are shown.
@Suite struct TurnTests {
    private static let waiting = [
        "  triage: {sla: 2bd, chain: std, remind: [50%]}":
            "  triage: {sla: 2bd, chain: std, waits_for: [triage_officer, supervisor_l1], shows: [people, category, note]}",
        "  planned: {sla: $done_by, chain: std, remind: [50%]}":
            "  planned: {sla: $done_by, chain: std, waits_for: supervisor_l2}",
        "from: planned, to: $same, by: [supervisor_l1]": "from: planned, to: triage, by: [supervisor_l2]",
    ]

    private static func turns(_ account: String, _ scenario: Scenario) -> [CaseStep] {
        Sight(of: account, scenario.catalog, at: scenario.now).turns
    }

    private static func step(_ office: String, _ state: String) -> CaseStep {
        CaseStep(office: office, workflow: "request", state: state)
    }

    @Test func aPostIsAskedInTheOfficesThatItReaches() throws {
        let scenario = try RequestWorkflow.scenario(Self.waiting)
        #expect(Self.turns("officer", scenario) == [Self.step("cell", "triage")])
        #expect(Self.turns("head", scenario) == [Self.step("cell", "triage")])
        #expect(
            Self.turns("commissioner", scenario) == ["cell", "clinic", "district"].map { Self.step($0, "planned") })
        for account in ["clerk", "secretary", "stranger"] { #expect(Self.turns(account, scenario).isEmpty) }
    }

    @Test func whoStandsInIsAskedMeanwhile() throws {
        let away = Absence(user: "officer", from: .april(6, 0), to: .april(8, 0), deputy: "clerk")
        let scenario = try RequestWorkflow.scenario(
            Self.waiting, programme: .district(absences: [away], people: [Person(id: "clerk")]))
        #expect(Self.turns("clerk", scenario) == [Self.step("cell", "triage")])
        #expect(Sight(of: "clerk", scenario.catalog, at: .april(9, 0)).turns.isEmpty)
    }

    @Test func theListLeavesComplaintsAboutThemOut() throws {
        let scenario = try RequestWorkflow.scenario(Self.waiting)
        var filter = CaseFilter()
        Sight(of: "officer", scenario.catalog, at: scenario.now).narrowToWaiting(&filter)
        #expect(filter.steps == [Self.step("cell", "triage")])
        #expect(filter.offices == nil)
        #expect(filter.hiddenRespondents.contains("officer"))
    }

    @Test func whatIsShownComesInTheOrderOfTheDefinitionWithoutWhatIsEmptyOrSealed() throws {
        let catalog = try RequestWorkflow.scenario(Self.waiting).catalog
        let sealed = FieldValue.boxed("a")
        let fields: [String: FieldValue] = [
            "category": .string("water"), "people": .integer(3), "note": sealed, "summary": sealed,
        ]
        let shown = catalog.shown(fields, at: Self.step("cell", "triage"))
        #expect(shown.map(\.field.name) == ["people", "category"])
        #expect(shown.map(\.value) == [.integer(3), .string("water")])
        #expect(catalog.shown(["people": .string(" ")], at: Self.step("cell", "triage")).isEmpty)
        #expect(catalog.shown(["note": .list([sealed])], at: Self.step("cell", "triage")).isEmpty)
        #expect(catalog.shown(fields, at: Self.step("cell", "working")).isEmpty)
        #expect(catalog.shown(fields, at: CaseStep(office: "cell", workflow: "none", state: "triage")).isEmpty)
    }
}
