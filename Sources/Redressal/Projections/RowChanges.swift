/// What a run of events changes in the read models: a pure fold that a worker then writes in one transaction.
package struct RowChanges: Sendable {
    package let partition: Int
    /// Every case touched, as it stands at the end of the run.
    package private(set) var states: [CaseID: CaseState] = [:]
    package private(set) var timeline: [TimelineRow] = []
    package private(set) var escalations: [EscalationChange] = []
    /// Cases that became orphans, or ceased to be.
    package private(set) var orphans: [CaseID: OrphanRow?] = [:]
    package private(set) var voids: [VoidRow] = []
    package private(set) var accepted = 0
    /// The latest moment at which one of the accepted events was recorded.
    package private(set) var recorded: Instant?

    package init(partition: Int) { self.partition = partition }

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
            self.states[event.case] = after
            if let hash {
                self.timeline.append(
                    TimelineRow(event, hash: hash, partition: self.partition, offset: record.offset))
            }
            self.addEscalation(event)
            self.addOrphan(event, before: before, after: after)
        }
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
