import Redressal
import RedressalTesting
import Testing

/// Where a case stood, as it was known then and as it is known now.
@Suite struct CaseStateAsOfTests {
    @Test func everyStepIsFoundAgain() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(8, 13)).as("citizen", role: "complainant").does("answer")
        let timeline = scenario.timeline
        let states: [(Instant, String?)] = [
            (.april(6, 8), nil), (.april(6, 9), "working"), (.april(7, 8), "working"), (.april(7, 9), "waiting"),
            (.april(8, 12), "waiting"), (.april(8, 13), "working"),
        ]
        for (instant, state) in states { #expect(CaseState(timeline, at: instant)?.state == state) }
        #expect(CaseState(timeline, at: .april(9, 0)) == scenario.state())
    }

    /// An answer came on Wednesday and was entered on Friday.
    @Test func whatIsEnteredLateIsKnownLate() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        let asked = scenario.timeline.count
        try scenario.at(.april(8, 13)).as("citizen", role: "complainant").does("answer")
        let timeline = scenario.timeline.enumerated().map { index, entry in
            index < asked ? entry : entry.recorded(at: .april(10, 9))
        }
        let thursday = Instant.april(9, 9)
        #expect(CaseState(timeline, at: thursday, known: thursday)?.state == "waiting")
        #expect(CaseState(timeline, at: thursday, known: .april(10, 9))?.state == "working")
        #expect(CaseState(timeline, at: thursday)?.state == "working")
        #expect(CaseState(timeline, at: .april(8, 12), known: .april(11, 9))?.state == "waiting")
    }
}

extension TimelineEntry {
    /// The same, recorded at another time.
    fileprivate func recorded(at instant: Instant) -> TimelineEntry {
        let record = self.record
        return TimelineEntry(
            EventRecord(
                case: record.case, seq: record.seq, prev: record.prev, epoch: record.epoch, command: record.command,
                request: record.request, workflow: record.workflow, actor: record.actor, channel: record.channel,
                occurred: record.occurred, recorded: instant, event: record.event), hash: self.hash,
            partition: self.partition, offset: self.offset)
    }
}
