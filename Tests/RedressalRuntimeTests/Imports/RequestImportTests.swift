import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct RequestImportTests {
    private let late = RequestLines.row(
        "1", opened: "2022-01-13 10:00:00", target: "2022-01-14 10:00:00", closed: "2022-01-14 10:00:01",
        ontime: "OVERDUE")
    private let open = RequestLines.row(
        "2", opened: "2022-01-21 13:47:00", target: "2022-02-04 13:47:30", ontime: "OVERDUE", ward: "03")

    private func cases(_ rows: [[String]]) throws -> [ImportedCase] {
        let file = try RequestLines.file(rows)
        return try RequestImport(file.url).cases()
    }

    private func refusal(_ rows: [[String]]) throws -> String? {
        let file = try RequestLines.file(rows)
        return #expect(throws: ImportError.self) { try RequestImport(file.url) }?.message
            .replacing(file.url.lastPathComponent, with: "FILE")
    }

    @Test func opensAndClosesAtLocalTimes() throws {
        let steps = try self.cases([self.late, self.open])[0].steps
        #expect(steps.map(\.summary) == ["open -", "close"])
        #expect(
            steps.map(\.draft.command.occurred.description) == ["2022-01-13T15:00:00.000Z", "2022-01-14T15:00:01.000Z"])
        #expect(
            steps[0].fields == [
                "target_at": .string("2022-01-14T15:00:00.000Z"), "type": .string("CE Collection"),
                "queue": .string("Q"),
                "department": .string("PWDx"), "source": .string("Call"), "subject": .string("Trash"),
                "neighborhood": .string("Boston"), "reason": .string("Street Cleaning"),
                "location": .string("1 Main St"),
                "ward": .string("3"), "district": .string("3"),
            ])
        #expect(steps[1].fields == ["closure_reason": .string("Cleared"), "ontime_source": .string("OVERDUE")])
        #expect(steps[0].draft.command.case == CaseID(DerivedID.uuid("request", "1")))
    }

    @Test func bringsOpenRequestsUpToTheSecondAfterTheLatestThingTold() throws {
        let file = try RequestLines.file([self.late, self.open])
        let source = try RequestImport(file.url)
        #expect(source.asOf == Instant("2022-02-04T18:47:31Z"))
        let steps = try source.cases()[1].steps
        #expect(steps.map(\.summary) == ["open -", "as-of"])
        #expect(steps[1].draft.command.occurred == source.asOf)
        #expect(steps[1].draft.command.request == .endHistory(EndHistory(live: false)))
        #expect(source.notes[0] == "dates are read as ymd (2022-01-31 09:30:00) and as local time of America/New_York")
    }

    @Test func aTargetAheadOfAListThatCallsItOnTimeDoesNotMoveItsDate() throws {
        let waiting = RequestLines.row("3", opened: "2022-01-21 13:47:00", target: "2030-01-01 08:30:00")
        let file = try RequestLines.file([self.late, waiting])
        #expect(try RequestImport(file.url).asOf == Instant("2022-01-21T18:47:01Z"))
    }

    @Test func refusesAnInstantBeforeWhatTheListTells() throws {
        let file = try RequestLines.file([self.late])
        let error = #expect(throws: ImportError.self) {
            try RequestImport(file.url, asOf: Instant("2022-01-14T00:00:00Z"))
        }
        #expect(
            error?.message
                == "expected the list to have been made after the latest thing it tells, 2022-01-14T15:00:01.000Z, but the "
                + "instant given is 2022-01-14T00:00:00.000Z")
    }

    private func dayFirst(_ text: String) -> String {
        guard let date = CivilDate(String(text.prefix(10))) else { return text }
        return "\(date.parts.day)/\(date.parts.month)/\(date.parts.year)\(text.dropFirst(10))"
    }

    @Test func readsDayFirstDatesAsTheSameCommands() throws {
        let rows = [self.late, self.open].map { $0.map(self.dayFirst) }
        let commands = try self.cases(rows).flatMap(\.steps).map(\.draft.command)
        #expect(try self.cases([self.late, self.open]).flatMap(\.steps).map(\.draft.command) == commands)
        #expect(commands.count == 4)
    }

    @Test func refusesDatesWithoutATimeOfDay() throws {
        let message = try self.refusal([RequestLines.row("1", opened: "2022-01-21", target: "2022-02-04")])
        #expect(
            message
                == "expected a time of day with every date of 'FILE' but found '2022-01-21' in 'open_dt' on line 2: with days "
                + "alone the due instants would be wrong by up to a day, and with them who was late")
    }

    @Test func refusesDatesThatDoNotTellDayFromMonth() throws {
        let rows = [RequestLines.row("1", opened: "04/02/2022 13:47:30")]
        #expect(
            try self.refusal(rows) == "expected a date in 'FILE' that tells day from month but none does, such as "
                + "'04/02/2022 13:47:30' in 'open_dt' on line 2: say in which order they are")
        let file = try RequestLines.file(rows)
        #expect(try RequestImport(file.url, order: .monthFirst).asOf == Instant("2022-04-02T17:47:31Z"))
    }

    @Test func refusesTwoOrdersInOneFile() throws {
        let message = try self.refusal([
            RequestLines.row("1", opened: "21/01/2022 13:47:00"), RequestLines.row("2", opened: "01/21/2022 13:47:00"),
        ])
        #expect(
            message
                == "expected one way to write dates in 'FILE' but found '21/01/2022 13:47:00' in 'open_dt' on line 2 and "
                + "'01/21/2022 13:47:00' in 'open_dt' on line 3")
    }

    @Test func recognisesRepeatedRowsAndRowsThatContradict() throws {
        var other = self.late
        other[12] = "2 Main St"
        let cases = try self.cases([self.late, self.open, self.late, other])
        #expect(cases.map(\.steps.count) == [2, 2, 0, 0])
        #expect(
            cases.flatMap(\.rejected) == [
                ImportRejection(
                    line: 4, case: "1",
                    reason: "expected each request once but this row repeats line 2: it is imported once"),
                ImportRejection(
                    line: 5, case: "1",
                    reason: "expected each request once but line 2 tells otherwise of it: the first row is imported"),
            ])
    }

    @Test func rejectsRowsThatDoNotFitTogether() throws {
        var early = RequestLines.row("3", opened: "2022-01-21 13:47:00", closed: "2022-01-21 13:46:59")
        early[5] = "Closed"
        var endless = RequestLines.row("4", opened: "2022-01-21 13:47:00")
        endless[5] = "Closed"
        let cases = try self.cases([
            self.late, early, endless, RequestLines.row("5", opened: ""), RequestLines.row("6", opened: "yesterday"),
            RequestLines.row("", opened: "2022-01-21 13:47:00"), self.open + ["extra"],
        ])
        #expect(
            cases.flatMap(\.rejected).map { "\($0.line) \($0.case) \($0.reason)" } == [
                "3 3 expected 'closed_dt' not before 'open_dt' but found 2022-01-21T18:46:59.000Z before 2022-01-21T18:47:00.000Z",
                "4 4 expected a 'closed_dt' for a closed request but it is empty",
                "5 5 expected a date and time in 'open_dt' but it is empty",
                "6 6 expected a date and time such as 2022-01-31 09:30:00 in 'open_dt' but found 'yesterday'",
                "7  expected the request's number in 'case_enquiry_id' but it is empty",
                "8 2 expected 18 fields but found 19",
            ])
    }

    @Test func readsJSONLinesAsTheSameCommands() throws {
        let objects = [self.late, self.open].map { row in
            let members = zip(RequestLines.columns, row).map { key, value in
                key == "case_enquiry_id"
                    ? "\"\(key)\":\(value)"
                    : key == "location_zipcode"
                        ? "\"\(key)\":2127" : "\"\(key)\":\(value.isEmpty ? "null" : "\"\(value)\"")"
            }
            return "{\(members.joined(separator: ","))}"
        }
        let file = try TemporaryFile((objects + ["", "{broken"]).joined(separator: "\n"), as: "jsonl")
        let source = try RequestImport(file.url)
        let cases = try source.cases()
        #expect(
            cases.flatMap(\.steps).map(\.draft.command)
                == (try self.cases([self.late, self.open]).flatMap(\.steps).map(\.draft.command)))
        #expect(
            cases.flatMap(\.rejected) == [
                ImportRejection(line: 4, case: "", reason: "expected one JSON object a line but this is none")
            ])
        #expect(
            source.notes.last
                == "location_zipcode is a number in 2 rows, so leading zeros are lost; it is not imported")
    }

    @Test func namesMissingColumnsAndKeysAndUnknownForms() throws {
        let headless = try TemporaryFile("case_enquiry_id,open_dt\n1,2022-01-01 10:00:00\n")
        let columns = #expect(throws: ImportError.self) { try RequestImport(headless.url) }
        #expect(columns?.message.hasPrefix("expected columns 'target_dt', 'closed_dt', 'ontime',") == true)
        let keyless = try TemporaryFile("{\"case_enquiry_id\":1}\n", as: "jsonl")
        let keys = #expect(throws: ImportError.self) { try RequestImport(keyless.url) }
        #expect(keys?.message.hasPrefix("expected keys 'open_dt', 'target_dt',") == true)
        let sheet = try TemporaryFile("x", as: "xlsx")
        let form = #expect(throws: ImportError.self) { try RequestImport(sheet.url) }
        #expect(form?.message.hasPrefix("expected a file whose name ends in .csv, .tsv or .jsonl but found") == true)
    }
}
