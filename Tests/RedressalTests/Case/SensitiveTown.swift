import Redressal
import RedressalTesting
import Testing

/// The shipped definitions with one complaint about the head of a health unit.
struct SensitiveTown {
    let scenario: Scenario

    init(
        office: String = "kp-bhu-1", respondent: String = "kp-bhu-1-in-charge", untrained: Set<String> = []
    ) throws {
        var catalog = try ShippedDefinitions.set().register.catalog
        if !untrained.isEmpty { catalog.add(try Self.programme(without: untrained)) }
        self.scenario = Scenario(catalog, at: .april(6, 9))
        try self.scenario.as("citizen-1", role: "complainant").opens(
            "complaint", office: office,
            [
                "summary": .boxed("a"), "language": "ur", "complainant_ref": "citizen-1", "safe_contact": .boxed("b"),
                "category": "staff_conduct", "respondent_ref": .string(respondent),
            ])
    }

    /// The clerk of the complaint cell does it, in one tap.
    func handOver() throws {
        try self.scenario.as("u-205", role: "intake", post: "kp-abbottabad-cell-clerk", office: "kp-abbottabad-cell")
            .does("mark_sensitive")
    }

    var focal: ScenarioPerson {
        self.scenario.as(
            "u-265", role: "safeguarding_focal", post: "kp-abbottabad-safeguarding-focal",
            office: "kp-abbottabad-safeguarding")
    }

    func left() throws -> CaseState { try #require(self.scenario.state()) }

    func hidden() throws -> CaseState {
        let link = try #require(self.scenario.catalog.handOver(of: try self.left()))
        return try #require(self.scenario.state(of: link.case))
    }

    func sight(_ account: String) -> Sight { Sight(of: account, self.scenario.catalog, at: self.scenario.now) }

    func personal(_ account: String) -> PersonalSight {
        PersonalSight(of: Reader(account: account, kind: .person), self.scenario.catalog, at: self.scenario.now)
    }

    /// The shipped programme, in which some have not passed the course.
    private static func programme(without trained: Set<String>) throws -> Programme {
        let file = try #require(try ShippedDefinitions.files().first { $0.path == "programmes/kp-abbottabad.yaml" })
        let whole = try #require(ProgrammeReader.read(file.text, file: file.path).programme)
        return Programme(
            name: whole.name, version: whole.version + 1, offices: whole.offices, posts: whole.posts,
            holdings: whole.holdings, absences: whole.absences,
            people: whole.people.map { trained.contains($0.id) ? Person(id: $0.id) : $0 })
    }
}

extension DefinitionCatalog {
    /// The offices whose work somebody is told in figures.
    static func officesCounted(for sight: Sight) -> [String] {
        var question = LoadQuestion(since: .april(1, 0), until: .april(6, 9))
        sight.narrow(&question)
        return question.offices ?? ["all"]
    }
}
