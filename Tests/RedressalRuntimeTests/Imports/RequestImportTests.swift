import Foundation
import Redressal
import RedressalRuntime
import Testing

@Suite struct RequestImportTests {
    @Test func opensAndClosesAtLocalTimes() throws {
        let steps = try RequestLines.cases([RequestLines.late, RequestLines.open])[0].steps
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
        let file = try RequestLines.file([RequestLines.late, RequestLines.open])
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
        let file = try RequestLines.file([RequestLines.late, waiting])
        #expect(try RequestImport(file.url).asOf == Instant("2022-01-21T18:47:01Z"))
    }

    @Test func refusesAnInstantBeforeWhatTheListTells() throws {
        let file = try RequestLines.file([RequestLines.late])
        let error = #expect(throws: ImportError.self) {
            try RequestImport(file.url, asOf: Instant("2022-01-14T00:00:00Z"))
        }
        #expect(
            error?.message
                == "expected the list to have been made after the latest thing it tells, "
                + "2022-01-14T15:00:01.000Z, but the instant given is 2022-01-14T00:00:00.000Z")
    }

    @Test func recognisesRepeatedRowsAndRowsThatContradict() throws {
        var other = RequestLines.late
        other[12] = "2 Main St"
        let cases = try RequestLines.cases([RequestLines.late, RequestLines.open, RequestLines.late, other])
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
        let cases = try RequestLines.cases([
            RequestLines.late, early, endless, RequestLines.row("5", opened: ""),
            RequestLines.row("6", opened: "yesterday"),
            RequestLines.row("", opened: "2022-01-21 13:47:00"), RequestLines.open + ["extra"],
        ])
        #expect(
            cases.flatMap(\.rejected).map { "\($0.line) \($0.case) \($0.reason)" } == [
                "3 3 expected 'closed_dt' not before 'open_dt' but found 2022-01-21T18:46:59.000Z before "
                    + "2022-01-21T18:47:00.000Z",
                "4 4 expected a 'closed_dt' for a closed request but it is empty",
                "5 5 expected a date and time in 'open_dt' but it is empty",
                "6 6 expected a date and time such as 2022-01-31 09:30:00 in 'open_dt' but found 'yesterday'",
                "7  expected the request's number in 'case_enquiry_id' but it is empty",
                "8 2 expected 18 fields but found 19",
            ])
    }
}
