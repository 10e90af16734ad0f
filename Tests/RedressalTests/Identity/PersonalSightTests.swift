import Redressal
import RedressalTesting
import Testing

/// Who may read whose personal fields.
@Suite struct PersonalSightTests {
    private static let parties = [
        "posts: [supervisor_l3": "parties: {complainant: filed_by}\nposts: [supervisor_l3",
        "  seat: post": "  seat: post\n  filed_by: reference",
    ]
    private static let all = [
        "clerk", "officer", "handler", "head", "commissioner", "secretary", "ombudsman", "importer", "mother",
        "stranger",
    ]

    /// What stands behind somebody's reading; nil for whom it is refused.
    private static func standing(
        _ account: String, as kind: Reader.Kind = .person, _ scenario: Scenario
    ) throws -> PersonalStanding? {
        let state = try #require(scenario.state())
        return try? PersonalSight(of: Reader(account: account, kind: kind), scenario.catalog, at: scenario.now)
            .standing(on: state)
    }

    private static func refusal(
        _ account: String, as kind: Reader.Kind = .person, _ scenario: Scenario
    ) throws -> PersonalDataRefusal.Reason? {
        let state = try #require(scenario.state())
        do throws(PersonalDataRefusal) {
            _ = try PersonalSight(of: Reader(account: account, kind: kind), scenario.catalog, at: scenario.now)
                .standing(on: state)
            return nil
        } catch {
            #expect(error.case == state.id)
            return error.reason
        }
    }

    private static func opened(_ fields: [String: FieldValue] = [:], people: [Person] = []) throws -> Scenario {
        let scenario = try RequestWorkflow.scenario(Self.parties, programme: .district(people: people))
        try scenario.as("mother", role: "complainant").opens(
            "request", fields.merging(["summary": .boxed("a")]) { $1 })
        return scenario
    }

    /// The secretary and the ombudsman see the case, and no action of its workflow is theirs.
    @Test func aPostThatActsInSuchCasesReadsThoseInItsReach() throws {
        let scenario = try Self.opened()
        let standings = try Dictionary(
            uniqueKeysWithValues: Self.all.compactMap { account in
                try Self.standing(account, scenario).map { (account, "\($0.name) \($0.seat?.id ?? "–")") }
            })
        #expect(
            standings == [
                "clerk": "post cell-clerk", "officer": "post cell-officer", "handler": "post cell-handler",
                "head": "post cell-head", "commissioner": "post district-head", "mother": "party –",
            ])
        #expect(try Self.refusal("secretary", scenario) == .bystander)
        #expect(try Self.refusal("ombudsman", scenario) == .bystander)
        #expect(try Self.refusal("stranger", scenario) == .unseen)
    }

    @Test func whoeverHoldsTheCaseReadsItWhereverTheirPostIs() throws {
        let scenario = try RequestWorkflow.working()
        #expect(try Self.standing("handler", scenario) == .holder(nil))
        try scenario.as("officer", role: "triage_officer").does("hand_over", ["seat": "ombudsman"])
        #expect(try Self.standing("ombudsman", scenario)?.name == .holder)
        #expect(try Self.standing("ombudsman", scenario)?.seat?.id == "ombudsman")
        try scenario.as("officer", role: "triage_officer").does("redirect", ["office_id": "district"])
        #expect(try Self.refusal("handler", scenario) == .unseen)
    }

    @Test func whoeverIsComplainedAboutAndThoseUnderThemReadNothing() throws {
        let scenario = try Self.opened(["respondent_ref": "commissioner"])
        #expect(try Self.all.filter { try Self.standing($0, scenario) != nil } == ["mother"])
    }

    /// Their party's view is no way around: what officers wrote about them stays shut.
    @Test func aPartyWhoIsComplainedAboutReadsAsAPartyOnly() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        try scenario.as("clerk", role: "complainant").opens(
            "request", ["summary": .boxed("a"), "respondent_ref": "commissioner"])
        #expect(try Self.standing("clerk", scenario) == .party)
    }

    @Test(arguments: OversightRole.allCases)
    func whoLooksAfterTheInstallationReadsNobody(_ role: OversightRole) throws {
        let scenario = try Self.opened(people: [
            Person(id: "clerk", roles: [role.rawValue]), Person(id: "mother", roles: [role.rawValue]),
        ])
        #expect(try Self.refusal("clerk", scenario) == .oversight)
        #expect(try Self.refusal("mother", scenario) == .oversight)
        #expect(try Self.refusal("officer", scenario) == nil)
        #expect(scenario.catalog.org.holds("clerk", role, at: scenario.now))
        #expect(!scenario.catalog.org.holds("officer", role, at: scenario.now))
    }

    @Test func aServiceReadsNothingAndTheCommandLineAll() throws {
        let scenario = try Self.opened()
        #expect(try Self.refusal("clerk", as: .service, scenario) == .service)
        #expect(try Self.standing("root", as: .operator, scenario) == .operator)
    }

    @Test func aPostThatEndedReadsNothing() throws {
        let scenario = try RequestWorkflow.scenario(programme: .district(vacant: ["cell-clerk"]))
        try scenario.as("citizen", role: "complainant").opens("request", ["summary": .boxed("a")])
        #expect(try Self.refusal("clerk", scenario) == .unseen)
    }
}
