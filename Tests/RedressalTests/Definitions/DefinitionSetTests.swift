import Redressal
import Testing

@Suite struct DefinitionSetTests {
    private static let calendar = """
        kind: calendar
        id: office
        version: 1
        tz: Asia/Karachi
        hours: {mon-fri: ["09:00-17:00"]}
        """
    private static let programme = """
        kind: programme
        programme: town
        version: 1
        tz: Asia/Karachi
        offices: {hall: {name: Hall, kind: office, calendar: office}}

        """

    private func set(_ files: [(String, String)]) -> DefinitionSet {
        DefinitionSet(
            files.map { DefinitionFile(path: $0.0, text: $0.1) }, published: ShippedDefinitions.published, by: "u-1")
    }

    @Test func theShippedDefinitionsAreWithoutErrorInAStableOrder() throws {
        let files = try ShippedDefinitions.files()
        let set = DefinitionSet(files, published: ShippedDefinitions.published, by: "tests")
        #expect(set.findings.filter { $0.severity == .error } == [])
        #expect(set.findings.filter { $0.file.hasPrefix("programmes/") } == [])
        let kinds = set.definitions.map(\.kind)
        #expect(kinds == kinds.sorted { $0.order < $1.order })
        #expect(set.definitions.count == files.count - 1)
        let reversed = DefinitionSet(files.reversed(), published: ShippedDefinitions.published, by: "tests")
        #expect(reversed.definitions == set.definitions)
        #expect(set.register.catalog.workflow(named: "complaint")?.version == 6)
        #expect(set.register.catalog.calendar("kh-gov")?.version == 1)
        #expect(set.register.catalog.org.office("kh-1208")?.calendar == "kh-gov")
    }

    @Test func aDefinitionCarriesTheHashOfItsTexts() throws {
        let set = self.set([("calendars/office.yaml", Self.calendar)])
        let hash = WorkflowReader.contentHash(of: [Self.calendar])
        #expect(
            set.definitions == [
                PublishedDefinition(
                    kind: .calendar, name: "office", version: 1, hash: hash, file: "calendars/office.yaml",
                    text: Self.calendar, defaults: nil, published: ShippedDefinitions.published, by: "u-1")
            ])
        let workflow = try #require(
            try ShippedDefinitions.set().definitions.first { $0.kind == .workflow && $0.name == "complaint" })
        let read = try #require(try ShippedDefinitions.set().register.catalog.workflow(named: "complaint"))
        #expect(read.contentHash == workflow.hash)
    }

    @Test func aProgrammeMayNameOnlyCalendarsOfTheSet() {
        let set = self.set([("programmes/town.yaml", Self.programme)])
        #expect(
            set.findings.map(\.description) == [
                "programmes/town.yaml:5:54: error: expected a declared calendar but found 'office' [unknown-calendar]"
            ])
        #expect(set.definitions == [])
    }

    @Test func aFileWithAnErrorLeavesTheOthersUsable() {
        let set = self.set([
            ("calendars/bad.yaml", "kind: calendar\nid: [\n"), ("calendars/office.yaml", Self.calendar),
            ("programmes/town.yaml", Self.programme), ("notes.txt", "not for us"), ("drafts/x.yaml", "nor this"),
        ])
        #expect(set.definitions.map(\.key.description) == ["calendar office version 1", "programme town version 1"])
        #expect(set.findings.map(\.file) == ["calendars/bad.yaml"])
    }

    @Test func oneVersionHasOneText() {
        let other = Self.calendar + "\n# another text"
        let set = self.set([("calendars/a.yaml", Self.calendar), ("calendars/b.yaml", other)])
        #expect(
            set.findings.map(\.description) == [
                "calendars/b.yaml:1:1: error: expected a new version of calendar 'office' because version 1 is "
                    + "published with another text: raise it to 2 [version-taken]"
            ])
    }

    @Test func aRoleThatNoWorkflowKnowsIsPointedAt() throws {
        let programme = Self.programme + "posts: {head: {office: hall, roles: [oversight, supervisor_l11]}}\n"
        let files =
            try ShippedDefinitions.files().filter { !$0.path.hasPrefix("programmes/") } + [
                DefinitionFile(path: "calendars/office.yaml", text: Self.calendar),
                DefinitionFile(path: "programmes/town.yaml", text: programme),
            ]
        let set = DefinitionSet(files, published: ShippedDefinitions.published, by: "u-1")
        #expect(
            set.findings.filter { $0.file == "programmes/town.yaml" }.map(\.description) == [
                "programmes/town.yaml:6:49: warning: expected a role of some workflow but found 'supervisor_l11'; "
                    + "did you mean 'supervisor_l1'? [unknown-role]"
            ])
        #expect(set.definitions.last { $0.kind == .programme }?.name == "town")
    }

    @Test func twoProgrammesMayNotDeclareTheSameOffice() {
        let second = Self.programme.replacing("programme: town", with: "programme: village")
        let set = self.set([
            ("calendars/office.yaml", Self.calendar), ("programmes/a.yaml", Self.programme),
            ("programmes/b.yaml", second),
        ])
        #expect(
            set.findings.map(\.description) == [
                "programmes/b.yaml:5:11: error: expected each id in one programme but 'town' declares offices hall too "
                    + "[duplicate-name]"
            ])
        #expect(set.definitions.map(\.name) == ["office", "town"])
    }
}

extension PublishedDefinition.Kind {
    fileprivate var order: Int {
        switch self {
        case .calendar: 0
        case .workflow: 1
        case .programme: 2
        case .texts: 3
        case .notifications: 4
        }
    }
}
