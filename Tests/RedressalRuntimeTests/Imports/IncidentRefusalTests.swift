import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct IncidentRefusalTests {
    @Test func rejectsIllegalStatesByLineAndGoesOnFromTheStateBefore() throws {
        let cases = try IncidentLines.cases([
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
        let cases = try IncidentLines.cases([
            IncidentLines.row("INC1", "New", "2016-03-01 09:00"), IncidentLines.row("INC1", "Active", "1/3/2016 09:00"),
            IncidentLines.row("INC1", "Closed", "1/3/2016 10:00"),
        ])
        #expect(cases[0].steps.map(\.summary) == ["open active", "to_closed"])
        #expect(cases[0].rejected.map(\.line) == [2])
        #expect(
            cases[0].rejected[0].reason
                == "expected a date and time such as 31/1/2022 09:30, day first, in 'sys_updated_at' but found "
                + "'2016-03-01 09:00'"
        )
    }

    @Test func rejectsRowsWithoutNumberOrWithDamagedValues() throws {
        let good = IncidentLines.row("INC1", "New", "1/3/2016 09:00")
        let cases = try IncidentLines.cases(
            [
                IncidentLines.row("", "New", "1/3/2016 09:00"), good,
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing("Phone", with: "Pho\u{0}ne"),
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing(",0,0,0,", with: ",0,many,0,"),
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing("2 - High", with: "High"),
                IncidentLines.row("INC1", "New", "1/3/2016 09:01").replacing(",0,0,0,", with: ",0,0,-1,"),
            ] + IncidentLines.end)
        #expect(cases.map(\.steps.count) == [1, 1])
        #expect(
            cases[0].rejected.map { "\($0.line) \($0.case) \($0.reason)" } == [
                "2  expected the case's number in 'number' but it is empty",
                "4 INC1 expected text but found a NUL character at line 4, column 66",
                "5 INC1 expected a whole number from 0 in 'reopen_count' but found 'many'",
                "6 INC1 expected a priority (1 - Critical, 2 - High, 3 - Moderate, 4 - Low) in 'priority' but "
                    + "found 'High'",
                "7 INC1 expected a whole number from 0 in 'sys_mod_count' but found '-1'",
            ])
    }

    @Test func failsWhenRowsOfACaseDoNotStandTogether() throws {
        let error = #expect(throws: ImportError.self) {
            try IncidentLines.cases(
                [IncidentLines.row("INC1", "New", "1/3/2016 09:00")] + IncidentLines.end + [
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
        #expect(error?.message.hasSuffix("but found active, updated and 17 more") == true)
    }

    @Test func showsNothingOfARowThatStandsInThePlaceOfAHeader() throws {
        let file = try TemporaryFile(
            IncidentLines.row("INC1", "New", "1/3/2016 09:00").replacing("Caller 7", with: "Zubaida Khatoon") + "\n")
        let error = #expect(throws: ImportError.self) { try IncidentImport(file.url).makeReader() }
        #expect(
            error?.message.hasSuffix(
                "but found 19 fields that are no names of columns: does it begin with a header, and do commas or tabs "
                    + "separate its fields?") == true)
        #expect(error?.message.contains("Zubaida") == false)
    }

    @Test func showsFewAndShortNamesOfAHugeHeader() throws {
        let names = (0..<5000).map { "number\($0 < 1000 ? "_" : "-")" + String(repeating: "x", count: 100 + $0 % 50) }
        let file = try TemporaryFile((["number"] + names).joined(separator: ",") + "\n")
        let error = #expect(throws: ImportError.self) { try IncidentImport(file.url).makeReader() }
        #expect(error?.message.contains("\(names[0].prefix(80))…, ") == true)
        #expect(error?.message.hasSuffix(" and 4991 more") == true)
        #expect((error?.message.count ?? 0) < 2000)
    }
}
