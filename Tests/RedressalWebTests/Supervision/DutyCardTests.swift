import Testing

@testable import Redressal
@testable import RedressalWeb

/// A duty as its card shows it, and where a case's time went as a bar.
@Suite struct DutyCardTests {
    private static let now = Instant(seconds: 1_775_795_400)

    private static func speech() throws -> Speech {
        Speech(messages: try PageLibraryTests.shipped().messages, language: "en")
    }

    private static func values(
        breached: Bool = true, acknowledged: Instant? = nil, offers: [Offer] = [],
        fields: [String: FieldValue] = [:], timeline: [TimelineEntry] = []
    ) throws -> [String: any Sendable] {
        var state = try #require(CaseState.sample())
        state.workflow = Website.watched.pin
        state.clocks[.state]?.breached = breached
        state.fields = fields
        var catalog = Website.catalog
        catalog.add(Website.watched)
        let line = EscalationLine(
            id: state.id, seq: 4, reference: "R", workflow: "watched", state: "received", office: "kss", clock: "state",
            level: 2, ladder: "std", role: "chief", post: "chief", holder: "chan", due: Self.now, raised: Self.now,
            acknowledged: acknowledged, ended: nil, skipped: [])
        return DutyCard(line, state, timeline, offers, catalog, try Self.speech(), at: Self.now).values(key: "k")
    }

    private static func offer(_ name: String, refusal: Rejection? = nil) throws -> Offer {
        Offer(
            action: try #require(Website.watched.actions(named: ActionName(name)).first),
            actor: Actor(user: "chan", role: "chief"), refusal: refusal)
    }

    @Test func whatWasBroughtUpEarlyIsNotSaidToBeMissed() throws {
        let missed = try Self.values()["why"] as? String
        #expect(missed == "This step: the deadline of Sun 12 Apr, 04:30 was missed.")
        let early = try Self.values(breached: false)["why"] as? String
        #expect(early == "This step: brought up by somebody before the deadline of Sun 12 Apr, 04:30.")
    }

    @Test func whoWasSilentBeforeIsNamed() throws {
        let timeline = try [(3, 1, "lina"), (4, 2, "chan")].map { seq, level, user in
            try Self.raised(seq, level, to: user)
        }
        #expect(
            try Self.values(timeline: timeline)["why"] as? String
                == "This step: the deadline of Sun 12 Apr, 04:30 was missed. "
                + "Not acknowledged by Lead (lina), told on Fri 10 Apr, 04:30.")
    }

    private static func raised(_ seq: Int, _ level: Int, to user: String) throws -> TimelineEntry {
        let first = try #require(CaseState.sampleEvents().first)
        let facts = EscalationRaised(
            clock: .state, generation: seq, level: level, ladder: "std", role: "lead", post: "lead", office: "kss",
            user: user, effects: [], skipped: [], due: Self.now, timers: [])
        let record = EventRecord(
            case: first.case, seq: seq, prev: .none, epoch: 1, command: CommandID("t"), request: "",
            workflow: first.workflow, actor: .system, channel: "system", occurred: first.occurred,
            recorded: first.occurred, event: .escalationRaised(facts))
        return TimelineEntry(record, hash: .none, partition: 0, offset: Int64(seq))
    }

    @Test func whatCanBeDoneIsOfferedAndWhatCannotIsNot() throws {
        let offers = [
            try Self.offer("see"), try Self.offer("close"),
            try Self.offer("reopen", refusal: Rejection(.guardFailed, "no")),
        ]
        let open = try Self.values(offers: offers)
        #expect(open["acknowledging"] as? String == "see")
        let choices = open["choices"] as? [[String: any Sendable]]
        #expect(choices?.map { $0["address"] as? String } == ["/console/cases/R#action-close"])
        let done = try Self.values(acknowledged: Self.now, offers: offers)
        #expect(done["acknowledging"] == nil)
        #expect(done["acknowledged"] as? String == "Acknowledged Fri 10 Apr, 04:30.")
    }

    @Test func whatTheOneBeforeWasToReadIsReadHereToo() throws {
        let fields: [String: FieldValue] = ["ground": .string("disputed"), "note": .string("aside")]
        let shown = try Self.values(fields: fields)["shown"] as? [[String: any Sendable]]
        #expect(shown?.map { $0["title"] as? String } == ["Ground"])
        #expect(shown?.map { $0["text"] as? String } == ["Disputed"])
    }

    @Test func theBarAddsUpToTheTimeAndSaysItInWords() throws {
        let events = CaseState.sampleEvents().enumerated().map { index, record in
            TimelineEntry(record, hash: .none, partition: 0, offset: Int64(index))
        }
        let opened = try #require(events.first?.record.occurred)
        let split = TimeSplit(events, until: opened.advanced(bySeconds: 3 * 3600), catalog: Website.catalog)
        let own = TimeBar(split, of: "kss", Website.catalog, try Self.speech()).values
        #expect(own["why"] as? String == "3 hours with this office")
        let segments = own["segments"] as? [[String: any Sendable]]
        #expect(segments?.map { $0["kind"] as? String } == ["office"])
        #expect(segments?.map { $0["width"] as? String } == ["100"])
        let other = TimeBar(split, of: "elsewhere", Website.catalog, try Self.speech()).values
        #expect(other["why"] as? String == "3 hours with other offices")
        let none = TimeBar(
            TimeSplit([], until: opened, catalog: Website.catalog), of: "kss", Website.catalog, try Self.speech())
        #expect(none.values["hasTime"] as? Bool == false)
    }
}
