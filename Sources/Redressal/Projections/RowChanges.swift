/// What a run of events changes in the read models: a pure fold that a worker then writes in one transaction.
package struct RowChanges: Sendable {
    package let partition: Int
    /// Every case touched, as it stands at the end of the run.
    package private(set) var states: [CaseID: CaseState] = [:]
    package private(set) var timeline: [TimelineEntry] = []
    package private(set) var escalations: [EscalationChange] = []
    /// Cases that became orphans, or ceased to be.
    package private(set) var orphans: [CaseID: OrphanRow?] = [:]
    package private(set) var voids: [VoidRow] = []
    /// The timers of every case touched, as they stood before the run.
    private var formerTimers: [CaseID: [TimerRow]] = [:]
    package private(set) var accepted = 0
    /// The latest moment at which one of the accepted events was recorded.
    package private(set) var recorded: Instant?

    package init(partition: Int) { self.partition = partition }

    /// What the run did to timers, case by case.
    package var timers: TimerChanges {
        var changes = TimerChanges()
        for (id, before) in self.formerTimers.sorted(by: { $0.key < $1.key }) {
            changes.add(before, self.timers(of: self.states[id]))
        }
        return changes
    }

    package var isEmpty: Bool { self.timeline.isEmpty && self.voids.isEmpty }

    /// Takes in what became of one record.
    package mutating func add(_ step: PartitionFold.Step, hash: EventHash?, of record: LogRecord) {
        switch step {
        case .ownership: break
        case .void(let reason, let event):
            self.voids.append(
                VoidRow(
                    partition: self.partition, offset: record.offset, case: event?.case.text ?? record.key,
                    seq: event?.seq, reason: reason))
        case .applied(let event, let before, let after):
            self.accepted += 1
            self.recorded = max(self.recorded ?? event.recorded, event.recorded)
            if self.states.updateValue(after, forKey: event.case) == nil {
                self.formerTimers[event.case] = self.timers(of: before)
            }
            if let hash {
                self.timeline.append(
                    TimelineEntry(event, hash: hash, partition: self.partition, offset: record.offset))
            }
            self.addEscalation(event)
            self.addOrphan(event, before: before, after: after)
        }
    }

    private func timers(of state: CaseState?) -> [TimerRow] {
        guard let state else { return [] }
        return state.timers.map { TimerRow($0, of: state, partition: self.partition) }
    }

    private mutating func addEscalation(_ event: EventRecord) {
        switch event.event {
        case .escalationRaised(let facts):
            self.escalations.append(.raised(EscalationRow(facts, event, partition: self.partition)))
        case .escalationAcknowledged(let facts):
            self.escalations.append(.acknowledged(case: event.case, clock: facts.clock, at: event.occurred))
        case .clockStopped(let facts) where facts.level > 0:
            self.escalations.append(.ended(case: event.case, clock: facts.clock, at: facts.at))
        default: break
        }
    }

    private mutating func addOrphan(_ event: EventRecord, before: CaseState?, after: CaseState) {
        if case .caseOrphaned(let facts) = event.event {
            self.orphans[event.case] = OrphanRow(facts, event, of: after, partition: self.partition)
        } else if before?.orphaned == true, !after.orphaned {
            self.orphans[event.case] = .some(nil)
        }
    }
}
