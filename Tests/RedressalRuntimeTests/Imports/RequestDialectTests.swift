import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct RequestDialectTests {
    private func refusal(_ rows: [[String]]) throws -> String? {
        let file = try RequestLines.file(rows)
        return #expect(throws: ImportError.self) { try RequestImport(file.url) }?.message
            .replacing(file.url.lastPathComponent, with: "FILE")
    }

    private func dayFirst(_ text: String) -> String {
        guard let date = CivilDate(String(text.prefix(10))) else { return text }
        return "\(date.parts.day)/\(date.parts.month)/\(date.parts.year)\(text.dropFirst(10))"
    }

    @Test func readsDayFirstDatesAsTheSameCommands() throws {
        let rows = [RequestLines.late, RequestLines.open].map { $0.map(self.dayFirst) }
        let commands = try RequestLines.cases(rows).flatMap(\.steps).map(\.draft.command)
        #expect(
            try RequestLines.cases([RequestLines.late, RequestLines.open]).flatMap(\.steps).map(\.draft.command)
                == commands)
        #expect(commands.count == 4)
    }

    @Test func refusesDatesWithoutATimeOfDay() throws {
        let message = try self.refusal([RequestLines.row("1", opened: "2022-01-21", target: "2022-02-04")])
        #expect(
            message
                == "expected a time of day with every date of 'FILE' but found '2022-01-21' in 'open_dt' on "
                + "line 2: with days alone the due instants would be wrong by up to a day, and with them who was late")
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
                == "expected one way to write dates in 'FILE' but found '21/01/2022 13:47:00' in 'open_dt' on "
                + "line 2 and '01/21/2022 13:47:00' in 'open_dt' on line 3")
    }

    @Test func readsJSONLinesAsTheSameCommands() throws {
        let objects = [RequestLines.late, RequestLines.open].map { row in
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
                == (try RequestLines.cases([RequestLines.late, RequestLines.open]).flatMap(\.steps).map(\.draft.command))
        )
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
