import Redressal
import RedressalTesting
import Testing

/// What a clerk reads who asks why a case is due when it is.
@Suite struct ClockExplanationTests {
    private func texts(_ scenario: Scenario, _ clock: ClockName) -> [String] {
        ClockExplanation(scenario.log.map(\.record), catalog: scenario.catalog).lines
            .filter { $0.clock == clock && !$0.text.hasPrefix("  ") }.map(\.text)
    }

    @Test func stepsTellWhatTheyAreForAndWhoseDeedBeganThem() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("head", role: "supervisor_l1").does("extend", ["reason_code": "flood"])
        try scenario.at(.april(7, 10)).as("handler", role: "handler").does("propose")
        let texts = self.texts(scenario, .state)
        #expect(texts.first == "started: 1 working day on calendar office v1 for 'received'")
        let expected = [
            "'received' ended in time",
            "started: 2 working days on calendar office v1 for 'triage', after 'acknowledge' by ",
            "'triage' ended in time", "started: 5 working days on calendar office v1 for 'working', after 'assign' by ",
            "extended from 2026-04-13T17:00:00.000Z by head (supervisor_l1), reason: flood", "'working' ended in time",
            "started: 15 days by the clock for 'done', after 'propose' by handler (handler)",
        ]
        let rest = texts.dropFirst().filter { !$0.hasPrefix("reminder") }
        #expect(rest.count == expected.count, "\(texts)")
        for (text, beginning) in zip(rest, expected) { #expect(text.hasPrefix(beginning), "\(text)") }
    }

    @Test func aPauseTellsForWhatAndWhatEndedIt() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(6, 11)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(6, 14)).as("citizen", role: "complainant").does("answer")
        let texts = self.texts(scenario, .total).filter { !$0.hasPrefix("reminder") }
        #expect(texts.count == 3, "\(texts)")
        #expect(texts.first == "started: 10 working days on calendar office v1 for the whole case")
        #expect(texts.dropFirst().first?.hasPrefix("paused in 'waiting' after 'ask' by handler (handler), ") == true)
        #expect(texts.last == "resumed after 3 h, 'answer' by citizen (complainant)")
    }

    @Test func aTargetInAFieldIsNamedWithItsDate() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("plan", ["done_by": "2026-04-08"])
        let last = try #require(self.texts(scenario, .state).last)
        #expect(last == "started: until 2026-04-08 (done_by) for 'planned', after 'plan' by handler (handler)")
    }
}
