import Redressal
import RedressalRuntime

/// The read models in memory, changed as the statements for PostgreSQL change them.
struct SimulatedTables: Sendable {
    /// How far a partition is folded in.
    struct Position: Equatable, Sendable {
        var token: Int64 = 0
        var next: Int64 = 0
        var epoch: Int64 = 0
        var recorded: Instant?
    }

    struct TimerKey: Hashable, Sendable {
        let `case`: CaseID
        let timer: TimerID

        /// - Throws: ``WorldFailure`` for a timer that no engine understands.
        init(_ row: TimerRow) throws(WorldFailure) {
            guard let timer = TimerID(row.timer) else { throw WorldFailure("there is no timer \(row.timer)") }
            self.case = CaseID(row.case_id)
            self.timer = timer
        }
    }

    struct Timer: Sendable {
        let row: TimerRow
        var sent: Duration?
    }

    /// A duty, and how it went on.
    struct Duty: Equatable, Sendable {
        let row: EscalationRow
        var acknowledged: Instant?
        var ended: Instant?
    }

    var positions: [Int: Position] = [:]
    private(set) var states: [CaseID: CaseState] = [:]
    /// Cases as they stood before they were written last.
    private(set) var formerStates: [CaseID: CaseState] = [:]
    /// What the timeline tells of the answers to commands.
    private(set) var answers: [CaseID: [CommandID: Answer]] = [:]
    /// Answers that engines keep, and how far they keep the outcomes.
    var keptAnswers: [CaseID: [CommandID: Answer]] = [:]
    var keptOutcomes: [Int: Int64] = [:]
    private(set) var rows: [CaseID: CaseRow] = [:]
    private(set) var timeline: [String: String] = [:]
    var timers: [TimerKey: Timer] = [:]
    private(set) var duties: [Duty] = []
    private(set) var orphans: [CaseID: OrphanRow] = [:]
    private(set) var voids: [String: VoidRow] = [:]
    private(set) var parked: Set<String> = []

    /// - Parameter isOverwriting: Whether rows whose key is taken are replaced.
    /// - Throws: ``WorldFailure`` for a row whose key is taken, and then nothing was changed.
    mutating func apply(_ changes: RowChanges, overwriting isOverwriting: Bool = false) throws(WorldFailure) {
        var next = self
        for line in changes.timeline {
            let key = "\(line.record.case)#\(line.record.seq)"
            guard isOverwriting || next.timeline[key] == nil else {
                throw WorldFailure("event \(key) is in case_event already")
            }
            next.timeline[key] = "\(line.partition) \(line.offset) \(line.hash)"
            next.count(line.record)
        }
        for (id, state) in changes.states { next.set(state, of: id, changes.partition) }
        try next.apply(changes.timers, overwriting: isOverwriting)
        for change in changes.escalations { next.apply(change) }
        for (id, orphan) in changes.orphans { next.orphans[id] = orphan }
        for void in changes.voids {
            let key = "\(void.partition) \(void.offset)"
            guard isOverwriting || next.voids[key] == nil else {
                throw WorldFailure("record \(key) is in void already")
            }
            next.voids[key] = void
            if void.parksCase, let id = void.case { next.parked.insert(id) }
        }
        self = next
    }

    private mutating func count(_ event: EventRecord) {
        let before = self.answers[event.case]?[event.command]?.events ?? 0
        self.answers[event.case, default: [:]][event.command] = Answer(
            request: event.request, seq: event.seq, events: before + 1)
    }

    private mutating func set(_ state: CaseState, of id: CaseID, _ partition: Int) {
        self.formerStates[id] = self.states[id]
        self.states[id] = state
        self.rows[id] = CaseRow(state, partition: partition)
    }

    /// - Throws: ``WorldFailure`` for a timer to set that stands.
    private mutating func apply(_ changes: TimerChanges, overwriting isOverwriting: Bool) throws(WorldFailure) {
        for row in changes.ended { self.timers[try TimerKey(row)] = nil }
        for row in changes.armed {
            let former = self.timers.updateValue(Timer(row: row), forKey: try TimerKey(row))
            guard former == nil || isOverwriting else {
                throw WorldFailure("timer \(row.timer) of \(row.case_id) is in timer already")
            }
        }
    }

    private mutating func apply(_ change: EscalationChange) {
        switch change {
        case .raised(let row): self.duties.append(Duty(row: row))
        case .acknowledged(let id, let clock, let at):
            for index in self.standing(id, clock) where self.duties[index].acknowledged == nil {
                self.duties[index].acknowledged = at
            }
        case .ended(let id, let clock, let at):
            for index in self.standing(id, clock) { self.duties[index].ended = at }
        }
    }

    private func standing(_ id: CaseID, _ clock: ClockName) -> [Int] {
        self.duties.indices.filter {
            let duty = self.duties[$0]
            return duty.row.case_id == id.text && duty.row.clock == clock.rawValue && duty.ended == nil
        }
    }
}
