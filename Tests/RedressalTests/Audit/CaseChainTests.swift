import Redressal
import RedressalTesting
import Testing

/// Whether a case's events prove each other.
@Suite struct CaseChainTests {
    private static func timeline() throws -> [TimelineEntry] {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        return scenario.timeline
    }

    @Test func whatTheEngineWroteIsWhole() throws {
        let timeline = try Self.timeline()
        #expect(CaseChain(timeline) == .whole(events: timeline.count))
        #expect(timeline.count > 3)
        #expect(CaseChain([]) == .whole(events: 0))
    }

    @Test func aMissingEventBreaksIt() throws {
        var timeline = try Self.timeline()
        timeline.remove(at: 2)
        #expect(CaseChain(timeline) == .broken(seq: 3))
        #expect(CaseChain(Array(try Self.timeline().dropFirst())) == .broken(seq: 1))
    }

    /// Somebody wrote another account into a row.
    @Test func anEventThatWasWrittenOverBreaksIt() throws {
        var timeline = try Self.timeline()
        let old = timeline[1].record
        let forged = EventRecord(
            case: old.case, seq: old.seq, prev: old.prev, epoch: old.epoch, command: old.command, request: old.request,
            workflow: old.workflow, actor: Actor(user: "another", role: old.actor.role), channel: old.channel,
            occurred: old.occurred, recorded: old.recorded, event: old.event)
        timeline[1] = TimelineEntry(forged, hash: timeline[1].hash, partition: 0, offset: 1)
        #expect(CaseChain(timeline) == .broken(seq: 2))
    }

    /// Somebody also mended the hash beside it: then the next event does not follow.
    @Test func aHashThatWasMendedBreaksTheNext() throws {
        var timeline = try Self.timeline()
        timeline[1] = TimelineEntry(timeline[1].record, hash: EventHash(of: [1]), partition: 0, offset: 1)
        #expect(CaseChain(timeline) == .broken(seq: 2))
    }
}
