extension EventRecord {
    /// The largest number that an event may count with: what every reader of JSON holds exactly (RFC 7493 §2.2).
    ///
    /// Sums of a case's history stay far from where they overflow, which would stop every reader of the partition.
    static let largestNumber: Int64 = 1 << 53

    /// Whether what it counts is within bounds; the values of fields are the case's own affair.
    var isWithinLimits: Bool {
        let numbers = [Int64(self.seq), self.epoch, Int64(self.workflow.version)] + self.event.numbers
        return numbers.allSatisfy { (-Self.largestNumber...Self.largestNumber).contains($0) }
    }
}

extension OwnershipTaken {
    /// Whether there are epochs left after it.
    var isWithinLimits: Bool { (0...EventRecord.largestNumber).contains(self.epoch) }
}

extension CaseEvent {
    /// What is counted on with in a case's state.
    fileprivate var numbers: [Int64] {
        switch self {
        case .clockStarted(let facts): [Int64(facts.generation), facts.length] + facts.timers.marks
        case .clockPaused(let facts): [Int64(facts.generation), facts.remaining] + facts.timers.marks
        case .clockResumed(let facts):
            [Int64(facts.generation), facts.paused, facts.pausedWorking] + facts.timers.marks
        case .clockMoved(let facts): [Int64(facts.generation), facts.length] + facts.timers.marks
        case .clockStopped(let facts): [Int64(facts.level)]
        case .reminderDue(let facts): [Int64(facts.percent)]
        case .deadlineBreached(let facts): [Int64(facts.generation)] + facts.timers.marks
        case .escalationRaised(let facts): [Int64(facts.generation), Int64(facts.level)] + facts.timers.marks
        case .escalationAcknowledged(let facts): [Int64(facts.generation), Int64(facts.level)] + facts.timers.marks
        case .caseOrphaned(let facts): [Int64(facts.generation)]
        case .workflowVersionChanged(let facts): [Int64(facts.to.version)]
        case .caseOpened, .actionTaken, .caseLinked, .historyEnded: []
        }
    }
}

extension [TimerFact] {
    fileprivate var marks: [Int64] { self.compactMap { $0.mark.map(Int64.init) } }
}
