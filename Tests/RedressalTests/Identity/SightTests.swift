import Redressal
import RedressalTesting
import Testing

/// Who sees which case.
@Suite struct SightTests {
    private static let parties = [
        "posts: [supervisor_l3": "parties: {complainant: filed_by}\nposts: [supervisor_l3",
        "  seat: post": "  seat: post\n  filed_by: reference",
    ]

    private static func sight(_ account: String, _ scenario: Scenario) -> Sight {
        Sight(of: account, scenario.catalog, at: scenario.now)
    }

    private static func viewers(of id: CaseID = .one, _ scenario: Scenario, among accounts: [String]) throws -> [String]
    {
        let state = try #require(scenario.state(of: id))
        return accounts.filter { self.sight($0, scenario).sees(state) }
    }

    @Test func aPostSeesItsOfficeAndAllBelowAndNothingElse() throws {
        let scenario = try RequestWorkflow.working()
        let all = ["clerk", "officer", "commissioner", "secretary", "importer", "stranger"]
        #expect(try Self.viewers(scenario, among: all) == ["clerk", "officer", "commissioner", "secretary"])
        try scenario.as("officer", role: "triage_officer").does("redirect", ["office_id": "district"])
        #expect(try Self.viewers(scenario, among: all) == ["commissioner", "secretary"])
    }

    @Test func whoeverIsComplainedAboutAndThoseUnderThemSeeNothing() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        try scenario.as("mother", role: "complainant").opens(
            "request", ["summary": .boxed("a"), "respondent_ref": "commissioner"])
        let all = ["mother", "clerk", "officer", "commissioner", "secretary"]
        #expect(try Self.viewers(scenario, among: all) == ["mother", "secretary"])
        for account in all {
            var filter = CaseFilter()
            Self.sight(account, scenario).narrow(&filter)
            #expect(
                filter.hiddenRespondents.contains("commissioner") == (account != "mother" && account != "secretary"))
            #expect(filter.hiddenRespondents.contains(account))
        }
    }

    @Test func aPartySeesItsOwnCaseAlone() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        try scenario.as("mother", role: "complainant").opens("request", ["summary": .boxed("a")])
        try scenario.as("clerk", role: "intake").opens(
            "request", as: CaseID("for-her"), ["summary": .boxed("a"), "filed_by": "mother"])
        try scenario.as("father", role: "complainant").opens("request", as: CaseID("his"), ["summary": .boxed("a")])
        let seen = try ["one": .one, "for-her": CaseID("for-her"), "his": CaseID("his")].filter {
            try Self.viewers(of: $0.value, scenario, among: ["mother"]) == ["mother"]
        }
        #expect(Set(seen.keys) == ["one", "for-her"])
    }

    @Test func listsAreNarrowedToTheOfficesInReach() throws {
        let scenario = try RequestWorkflow.working()
        let reach = [
            "clerk": ["cell"], "commissioner": ["cell", "clinic", "district"],
            "secretary": ["cell", "clinic", "district", "province"], "stranger": [],
        ]
        for (account, offices) in reach {
            var filter = CaseFilter()
            Self.sight(account, scenario).narrow(&filter)
            #expect(filter.offices == offices)
        }
    }

    @Test func aServiceSpeaksForPartiesAndNobodyElse() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        let expires = scenario.now
        let service = Identity(account: "website", kind: .service, expires: expires)
        let clerk = Identity(account: "clerk", kind: .person, expires: expires)
        let catalog = scenario.catalog
        #expect(service.mayAct(as: "website", in: "intake", catalog))
        #expect(service.mayAct(as: "website.mother", in: "complainant", catalog))
        #expect(!service.mayAct(as: "website.mother", in: "intake", catalog))
        let others = [
            "mother", "officer", "w-77", "website", "website.", "website-2.mother", "app.mother", ".mother",
            "app.website.mother", "Website.mother", PublicParty.account(from: "case-1"),
        ]
        #expect(others.filter { service.mayAct(as: $0, in: "complainant", catalog) } == ["website"])
        #expect(clerk.mayAct(as: "clerk", in: "anything", catalog))
        #expect(!clerk.mayAct(as: "mother", in: "complainant", catalog))
        #expect(!clerk.mayAct(as: "clerk.mother", in: "complainant", catalog))
    }
}
