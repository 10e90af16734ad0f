import Redressal
import RedressalTesting

/// One event of every kind, in the order of a single case's history: what the golden files hold.
enum GoldenHistory {
    static let ownership = OwnershipTaken(epoch: 7, recorded: .april(6, 8), owner: "engine-1")

    /// The records, each naming the one before by its hash.
    static func records() throws -> [EventRecord] {
        var records: [EventRecord] = []
        var head = EventHash.none
        for event in self.events {
            let record = self.record(event, seq: records.count + 1, prev: head)
            head = EventHash(of: try CanonicalJSON.encode(record))
            records.append(record)
        }
        return records
    }

    private static func record(_ event: CaseEvent, seq: Int, prev: EventHash) -> EventRecord {
        EventRecord(
            case: CaseID("0f0e3b54-6f5e-8c1d-9a3b-2b1c0d9e8f7a"), seq: seq, prev: prev, epoch: 7,
            command: CommandID("command-\(seq)"), request: "00112233445566778899aabbccddeeff",
            workflow: event.kind == .caseOpened || seq < 15 ? self.old : self.new,
            actor: seq.isMultiple(of: 2)
                ? .system
                : Actor(user: "u-1", role: "intake", post: "cell-clerk", office: "cell", onBehalfOf: "u-2"),
            channel: "walk_in", occurred: .april(6, 9, seq),
            recorded: Instant.april(6, 9, seq).advanced(byMilliseconds: 5),
            event: event)
    }

    private static let old = WorkflowPin(name: "complaint", version: 1, hash: String(repeating: "ab", count: 32))
    private static let new = WorkflowPin(name: "complaint", version: 2, hash: String(repeating: "cd", count: 32))
    private static let calendar = CalendarReference(id: "kp-5day", version: 3)

    private static let events: [CaseEvent] = [
        .caseOpened(
            CaseOpened(
                reference: "K7MQ-3RTW-9XHC", state: "received", office: "cell", severity: "urgent",
                fields: [
                    "summary": .sealed(SealedValue(subject: "person-1", box: "AAECAwQFBgcICQoL")), "anonymous": false,
                    "people": 3, "share": .decimal(0.25), "language": "ur", "attachments": .list(["a/1", "a/2"]),
                ],
                assignee: Assignee(post: "cell-officer"),
                parent: CaseLink(relation: "appeal", workflow: "complaint", case: CaseID("parent-1")), historical: true)
        ),
        .historyEnded(HistoryEnded(at: .april(6, 9, 2))),
        .clockStarted(
            ClockStarted(
                clock: .total, generation: 1, target: "10bd", ladder: "std", calendar: Self.calendar,
                from: .april(6, 9),
                due: .april(20, 17), length: 316_800_000,
                timers: [TimerFact(.reminder, due: .april(13, 13), mark: 50), TimerFact(.breach, due: .april(20, 17))])),
        .actionTaken(
            ActionTaken(
                action: "assign", name: "ComplaintAssigned", from: "received", to: "assigned",
                fields: ["category": "water", "assignee": "u-3"], assignee: Assignee(user: "u-3", post: "cell-handler"),
                severity: "standard", office: "district", approves: ["reject"], reopened: false, closed: false)),
        .clockStopped(ClockStopped(clock: .state, at: .april(6, 9, 5), breached: true, level: 2)),
        .clockPaused(
            ClockPaused(
                clock: .total, generation: 2, reason: "awaiting_info", at: .april(7, 9), remaining: 288_000_000,
                business: true, timers: [TimerFact(.pauseCap, due: .april(10, 17))])),
        .clockResumed(
            ClockResumed(
                clock: .total, generation: 3, reason: .left, at: .april(8, 9), due: .april(21, 17),
                calendar: Self.calendar, paused: 86_400_000, pausedWorking: 28_800_000,
                timers: [TimerFact(.reminder, due: .april(14, 13), mark: 50), TimerFact(.breach, due: .april(21, 17))])),
        .clockMoved(
            ClockMoved(
                clock: .total, generation: 4, reason: .extended, target: "10bd", ladder: "std", calendar: Self.calendar,
                at: .april(9, 9), old: .april(21, 17), due: .april(23, 17), length: 374_400_000,
                timers: [TimerFact(.reminder, due: .april(15, 13), mark: 50), TimerFact(.breach, due: .april(23, 17))])),
        .reminderDue(ReminderDue(clock: .total, percent: 50, due: .april(15, 13))),
        .deadlineBreached(
            DeadlineBreached(
                clock: .total, generation: 5, due: .april(23, 17), detected: .april(23, 18), ladder: "std",
                timers: [TimerFact(.escalation, due: .april(23, 17), mark: 1)])),
        .escalationRaised(
            EscalationRaised(
                clock: .total, generation: 6, level: 2, ladder: "std", role: "supervisor_l2", post: "district-head",
                office: "district", user: "u-4", effects: ["notify", "may_reassign"],
                skipped: [
                    SkippedStep(level: 1, role: "supervisor_l1", post: "cell-head", reason: .absent),
                    SkippedStep(level: 1, role: "supervisor_l1", post: nil, reason: .missed),
                ], due: .april(23, 17), timers: [TimerFact(.escalation, due: .april(24, 17), mark: 3)])),
        .escalationAcknowledged(
            EscalationAcknowledged(
                clock: .total, generation: 7, level: 2,
                timers: [TimerFact(.escalation, due: .april(30, 17), mark: 3)])),
        .caseOrphaned(
            CaseOrphaned(
                clock: .total, generation: 8, ladder: "std",
                skipped: [SkippedStep(level: 3, role: "supervisor_l3", post: "province-head", reason: .noHolder)],
                due: .april(30, 17))),
        .caseLinked(
            CaseLinked(
                link: CaseLink(relation: "referral", workflow: "referral", case: CaseID("child-1")), state: "accepted")),
        .workflowVersionChanged(
            WorkflowVersionChanged(from: Self.old, to: Self.new, oldState: "assigned", state: "given_out")),
    ]
}
