import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct IncidentImportTests {
    private func cases(_ rows: [String]) throws -> [ImportedCase] {
        let file = try IncidentLines.file(rows)
        return try IncidentImport(file.url).cases()
    }

    /// A whole case, so that others are not the file's last.
    private let end = [IncidentLines.row("INC9", "Closed", "1/6/2016 10:00")]

    @Test func opensMovesAndUpdatesInFileOrder() throws {
        let cases = try self.cases([
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
            try self.cases([IncidentLines.row("INC1", "Active", "1/3/2016 09:00")] + self.end).first?.steps[0])
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

    @Test func rejectsIllegalStatesByLineAndGoesOnFromTheStateBefore() throws {
        let cases = try self.cases([
            IncidentLines.row("INC1", "New", "10/5/2016 22:09"),
            IncidentLines.row("INC1", "-100", "16/6/2016 12:02", count: 1),
            IncidentLines.row("INC1", "New", "16/6/2016 12:03", count: 2),
            IncidentLines.row("INC1", "Closed", "16/6/2016 12:04", count: 3),
        ])
        #expect(cases[0].steps.map(\.summary) == ["open new", "update", "to_closed"])
        // The rejected row keeps its place: the ids of the rows after it do not move when it is mended.
        #expect(cases[0].steps[1].draft.command.id == CommandID(DerivedID.uuid("incident-row", "INC1", "3")))
        #expect(
            cases[0].rejected == [
                ImportRejection(
                    line: 3, case: "INC1",
                    reason: "expected a state (New, Active, Awaiting User Info, Awaiting Vendor, Awaiting Problem, "
                        + "Awaiting Evidence, Resolved, Closed) in 'incident_state' but found '-100'")
            ])
    }

    @Test func opensWithTheNextGoodRowWhenTheFirstIsBad() throws {
        let cases = try self.cases([
            IncidentLines.row("INC1", "New", "2016-03-01 09:00"), IncidentLines.row("INC1", "Active", "1/3/2016 09:00"),
            IncidentLines.row("INC1", "Closed", "1/3/2016 10:00"),
        ])
        #expect(cases[0].steps.map(\.summary) == ["open active", "to_closed"])
        #expect(cases[0].rejected.map(\.line) == [2])
        #expect(
            cases[0].rejected[0].reason
                == "expected a date and time such as 31/1/2022 09:30, day first, in 'sys_updated_at' but found '2016-03-01 09:00'"
        )
    }

    @Test func reportsTheCutOffLastCaseAndImportsNothingOfIt() throws {
        let cases = try self.cases(
            self.end + [
                IncidentLines.row("INC10", "New", "13/5/2016 11:49"),
                IncidentLines.row("INC10", "Active", "13/5/2016 11:50"),
            ])
        #expect(cases.map(\.steps.count) == [1, 0])
        #expect(
            cases[1].rejected == [
                ImportRejection(
                    line: 3, case: "INC10",
                    reason:
                        "expected the file's last case to be complete, up to Closed, but it ends in Active: the file is "
                        + "probably cut off inside it, so nothing of the case was imported")
            ])
    }

    @Test func aCutOffLastRowLeavesTheCaseBeforeItIncomplete() throws {
        let cases = try self.cases(self.end + [IncidentLines.row("INC10", "Resolved", "13/5/2016 11:49"), "INC1"])
        #expect(cases.map(\.steps.count) == [1, 0])
        #expect(cases[1].rejected.map(\.line) == [4, 3])
        #expect(cases[1].rejected[0].reason == "expected 19 fields but found 1")
    }

    @Test func importsAnOpenCaseThatIsNotTheLast() throws {
        let cases = try self.cases([IncidentLines.row("INC1", "Resolved", "13/5/2016 11:49")] + self.end)
        #expect(cases.map(\.steps.count) == [1, 1])
    }

    @Test func rejectsRowsWithoutNumberOrWithDamagedValues() throws {
        let good = IncidentLines.row("INC1", "New", "1/3/2016 09:00")
        let cases = try self.cases(
            [
                IncidentLines.row("", "New", "1/3/2016 09:00"), good,
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing("Phone", with: "Pho\u{0}ne"),
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing(",0,0,0,", with: ",0,many,0,"),
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing("2 - High", with: "High"),
            ] + self.end)
        #expect(cases.map(\.steps.count) == [1, 1])
        #expect(
            cases[0].rejected.map { "\($0.line) \($0.case) \($0.reason)" } == [
                "2  expected the case's number in 'number' but it is empty",
                "4 INC1 expected text but found a NUL character at line 4, column 66",
                "5 INC1 expected a whole number in 'reopen_count' but found 'many'",
                "6 INC1 expected a priority (1 - Critical, 2 - High, 3 - Moderate, 4 - Low) in 'priority' but found 'High'",
            ])
    }

    @Test func failsWhenRowsOfACaseDoNotStandTogether() throws {
        let error = #expect(throws: ImportError.self) {
            try self.cases(
                [IncidentLines.row("INC1", "New", "1/3/2016 09:00")] + self.end + [
                    IncidentLines.row("INC1", "Closed", "1/3/2016 09:00")
                ])
        }
        #expect(error?.message.contains("line 4 goes on with it after rows of other cases") == true)
        #expect(error?.message.hasPrefix("expected all rows of case 'INC1' to stand together in 'import-") == true)
    }

    @Test func namesAMissingColumn() throws {
        let file = try TemporaryFile(
            IncidentLines.header.replacing("sys_updated_at", with: "updated") + "\n"
                + IncidentLines.row("INC1", "New", "1/3/2016 09:00") + "\n")
        let error = #expect(throws: ImportError.self) { try IncidentImport(file.url).makeReader() }
        #expect(
            error?.message.hasPrefix("expected column 'sys_updated_at' in the header on line 1 of 'import-") == true)
        #expect(error?.message.contains("but found number, incident_state, active,") == true)
    }
}
