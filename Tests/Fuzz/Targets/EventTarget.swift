@testable import Redressal

extension FuzzTarget {
    /// Records of the events topic: every reader makes the same of them, and what is applied can be kept and shown.
    static let event = FuzzTarget("event") { bytes in
        if let event = try RoundTrip.json(EventRecord.self, bytes) {
            try Self.check(event, bytes)
        }
        if case .ownership(let ownership) = LoggedEvent(Self.record(bytes, key: nil)) { try RoundTrip.json(ownership) }
        if case .event(let event, _) = LoggedEvent(Self.record(bytes, key: "case")) {
            try require(event.case.text == "case", "expected an event of the record's case")
        }
    }

    private static func record(_ bytes: [UInt8], key: String?) -> LogRecord {
        LogRecord(topic: .events, partition: 0, offset: 7, key: key, headers: [], value: bytes)
    }

    private static func check(_ event: EventRecord, _ bytes: [UInt8]) throws {
        let record = Self.record(bytes, key: event.case.text)
        guard case .event(let read, let hash) = LoggedEvent(record) else { return }
        try require(read == event, "expected the same event of the same bytes")
        let written = try CanonicalJSON.encode(event)
        try require(!CanonicalJSON.holdsNUL(written), "expected no NUL characters in an accepted event")
        try require(
            String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0),
            "expected an accepted event to be text in UTF-8")
        try Self.fold(event, hash, record)
    }

    /// Applies an event, whatever it is, to a case that waits for it.
    private static func fold(_ event: EventRecord, _ hash: EventHash, _ record: LogRecord) throws {
        var before = CaseState(opening: Self.opening(of: event), hash: event.prev)
        before?.clocks = [.state: Self.clock, .total: Self.clock]
        let cases = event.seq == 1 ? [:] : before.map { [event.case: $0] } ?? [:]
        var fold = PartitionFold(epoch: 0, cases: cases)
        let step = fold.fold(record)
        var changes = RowChanges(partition: 0)
        changes.add(step, hash: hash, of: record)
        if let state = fold.cases[event.case] { try RoundTrip.json(state) }
    }

    /// A clock that has counted as far as one event may say.
    private static let clock = ClockState(
        generation: 1, target: "5bd", ladder: nil, calendar: CalendarReference(id: "office", version: 1),
        from: Instant(seconds: 0), due: Instant(seconds: 0), pause: nil, length: 1, paused: EventRecord.largestNumber,
        pausedWorking: -EventRecord.largestNumber, breached: false, level: 0, raisedTo: [])

    private static func opening(of event: EventRecord) -> EventRecord {
        EventRecord(
            case: event.case, seq: event.seq &- 1, prev: .none, epoch: 0, command: CommandID("opening"), request: "",
            workflow: event.workflow, actor: event.actor, channel: "fuzz", occurred: Instant(seconds: 0),
            recorded: Instant(seconds: 0),
            event: .caseOpened(
                CaseOpened(
                    reference: "", state: "open", office: "walk", severity: nil, fields: [:], assignee: nil,
                    parent: nil,
                    historical: false)))
    }
}
