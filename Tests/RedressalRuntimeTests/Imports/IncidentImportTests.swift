import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct IncidentImportTests {
    @Test func opensMovesAndUpdatesInFileOrder() throws {
        let cases = try IncidentLines.cases([
            IncidentLines.row("INC1", "New", "29/2/2016 01:23"),
            IncidentLines.row("INC1", "New", "29/2/2016 01:23", count: 1),
            IncidentLines.row("INC1", "Awaiting User Info", "1/3/2016 09:00", count: 2, group: "?"),
            IncidentLines.row("INC1", "Closed", "5/3/2016 12:00", count: 3, group: "Group 2"),
        ])
        #expect(cases.map(\.label) == ["INC1"])
        #expect(cases[0].steps.map(\.summary) == ["open new", "update", "to_awaiting_user_info", "to_closed"])
        #expect(cases[0].steps.map(\.line) == [2, 3, 4, 5])
        #expect(cases[0].steps[2].draft.command.occurred == Instant("2016-03-01T09:00:00Z"))
        #expect(cases[0].steps[2].fields == ["sys_mod_count": .integer(2), "assignment_group": .string("")])
        #expect(
            cases[0].steps[3].fields == [
                "sys_mod_count": .integer(3), "assignment_group": .string("Group 2"), "closed_code": .string("code 5"),
            ])
        #expect(cases[0].rejected.isEmpty)
    }

    @Test func opensWithTheFieldsSeverityAndAnonymousActorOfTheFirstRow() throws {
        let step = try #require(
            try IncidentLines.cases([IncidentLines.row("INC1", "Active", "1/3/2016 09:00")] + IncidentLines.end).first?
                .steps[0])
        let fields: [String: FieldValue] = [
            "impact": .string("1 - High"), "urgency": .string("2 - Medium"), "priority": .string("2 - High"),
            "assignment_group": .string("Group 1"), "category": .string("Category 1"),
            "subcategory": .string("Subcategory 2"),
            "contact_type": .string("Phone"), "reassignment_count": .integer(0), "reopen_count": .integer(0),
            "sys_mod_count": .integer(0), "made_sla": .boolean(true), "caller": .string("Caller 7"),
        ]
        let expected = Command(
            id: CommandID(DerivedID.uuid("incident-row", "INC1", "1")),
            case: CaseID(DerivedID.uuid("incident", "INC1")),
            actor: Actor(user: "Updated by 2", role: "importer"), channel: "import:incidents",
            occurred: Instant("2016-03-01T09:00:00Z") ?? Instant(seconds: 0), vouched: "importer",
            request: .open(
                OpenCase(
                    workflow: "incident", state: "active", office: "it-service-desk", severity: "high", fields: fields))
        )
        #expect(step.draft.command == expected)
        #expect(step.draft.subject == DerivedID.uuid("incident-caller", "Caller 7"))
    }

    @Test func reportsTheCutOffLastCaseAndImportsNothingOfIt() throws {
        let cases = try IncidentLines.cases(
            IncidentLines.end + [
                IncidentLines.row("INC10", "New", "13/5/2016 11:49"),
                IncidentLines.row("INC10", "Active", "13/5/2016 11:50"),
            ])
        #expect(cases.map(\.steps.count) == [1, 0])
        #expect(
            cases[1].rejected == [
                ImportRejection(
                    line: 3, case: "INC10",
                    reason:
                        "expected the file's last case to be complete, up to Closed, but it ends in Active: the "
                        + "file is probably cut off inside it, so nothing of the case was imported")
            ])
    }

    @Test func aCutOffLastRowLeavesTheCaseBeforeItIncomplete() throws {
        let cases = try IncidentLines.cases(
            IncidentLines.end + [IncidentLines.row("INC10", "Resolved", "13/5/2016 11:49"), "INC1"])
        #expect(cases.map(\.steps.count) == [1, 0])
        #expect(cases[1].rejected.map(\.line) == [4, 3])
        #expect(cases[1].rejected[0].reason == "expected 19 fields but found 1")
    }

    @Test func importsAnOpenCaseThatIsNotTheLast() throws {
        let cases = try IncidentLines.cases(
            [IncidentLines.row("INC1", "Resolved", "13/5/2016 11:49")] + IncidentLines.end)
        #expect(cases.map(\.steps.count) == [1, 1])
    }
}
