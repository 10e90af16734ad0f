import Redressal
import RedressalTesting
import Testing

/// What a reader of the whole log finds in histories that somebody had a hand in.
@Suite struct HistoryCheckTests {
    private static let place = LogPlace(topic: .events, partition: 0)

    private static func events() throws -> [EventRecord] {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        return scenario.timeline.map(\.record)
    }

    private static func record(
        _ event: EventRecord, at offset: Int, key: String? = nil, writing value: [UInt8]? = nil
    ) throws -> LogRecord {
        LogRecord(
            topic: .events, partition: 0, offset: Int64(offset), key: key ?? event.case.text, headers: [],
            value: try value ?? CanonicalJSON.encode(event))
    }

    private static func records() throws -> [LogRecord] {
        try self.events().enumerated().map { try self.record($1, at: $0) }
    }

    private static func findings(_ records: [LogRecord]) -> [LogFinding] {
        var check = HistoryCheck(Self.place)
        for record in records { check.see(record) }
        return check.findings
    }

    @Test func whatTheEngineWroteHoldsTogether() throws {
        var check = HistoryCheck(Self.place)
        let records = try Self.records()
        for record in records { check.see(record) }
        #expect(check.findings == [])
        #expect((check.accepted, check.cases, check.void) == (records.count, 1, 0))
    }

    @Test func aMissingEventIsAGapAtTheNext() throws {
        var records = try Self.records()
        records.remove(at: 1)
        let first = try #require(Self.findings(records).first)
        #expect((first.kind, first.place, first.offset, first.seq) == (.gap, "events/0", 2, 3))
        let id = try Self.events()[0].case.text
        #expect(first.case == id)
        #expect(first.words == "expected event 2 of the case but found event 3")
        let begun = try #require(Self.findings(Array(try Self.records().dropFirst())).first)
        #expect((begun.kind, begun.offset) == (.gap, 1))
    }

    /// Another account in an event: its hash is another one then, which the next event does not name.
    @Test func aChangedEventBreaksTheChainAtTheNext() throws {
        var records = try Self.records()
        let old = try Self.events()[1]
        let forged = EventRecord(
            case: old.case, seq: old.seq, prev: old.prev, epoch: old.epoch, command: old.command, request: old.request,
            workflow: old.workflow, actor: Actor(user: "another", role: old.actor.role), channel: old.channel,
            occurred: old.occurred, recorded: old.recorded, event: old.event)
        records[1] = try Self.record(forged, at: 1)
        let first = try #require(Self.findings(records).first)
        #expect((first.kind, first.offset, first.seq) == (.brokenChain, 2, 3))
        #expect(first.words == "expected the hash of event 2 as its predecessor but found another")
    }

    @Test func whatIsNoEventOrOfAnUnknownTypeIsFound() throws {
        var records = try Self.records()
        let text = String(decoding: try #require(records[1].value), as: UTF8.self)
        let type = try Self.events()[1].event.kind.rawValue
        records[1] = try Self.record(
            try Self.events()[1], at: 1, writing: Array(text.replacing(#""\#(type)""#, with: #""Rewritten""#).utf8))
        let first = try #require(Self.findings(records).first)
        #expect((first.kind, first.offset, first.case) == (.unreadable, 1, nil))
        #expect(first.words.hasPrefix("expected an event of this program but found"))
    }

    @Test func anEventUnderAnotherKeyIsFound() throws {
        var records = try Self.records()
        records[1] = try Self.record(try Self.events()[1], at: 1, key: "another")
        let first = try #require(Self.findings(records).first)
        #expect((first.kind, first.offset, first.seq) == (.misplaced, 1, 2))
        #expect(first.words.contains("'another'"))
    }

    /// An engine's clock never goes back within a partition (ADR 0004).
    @Test func anEventRecordedBeforeTheOneInFrontIsFound() throws {
        let events = try Self.events()
        let opening = events[0]
        let earlier = EventRecord(
            case: CaseID("another"), seq: 1, prev: .none, epoch: opening.epoch, command: opening.command,
            request: opening.request, workflow: opening.workflow, actor: opening.actor, channel: opening.channel,
            occurred: opening.occurred, recorded: opening.recorded.advanced(byMilliseconds: -1), event: opening.event)
        let records = [try Self.record(opening, at: 0), try Self.record(earlier, at: 1)]
        let findings = Self.findings(records)
        #expect(findings.map(\.kind) == [.outOfOrder])
        #expect(findings.first?.offset == 1 && findings.first?.case == "another")
        #expect(Self.findings(records.reversed()).isEmpty)
    }

    /// What fencing voids is what it is for, and no finding.
    @Test func whatWasWrittenTwiceIsNoFinding() throws {
        let records = try Self.records()
        let twice = records + [try Self.record(try Self.events()[0], at: records.count)]
        var check = HistoryCheck(Self.place)
        for record in twice { check.see(record) }
        #expect(check.findings == [])
        #expect(check.void == 1)
    }
}
