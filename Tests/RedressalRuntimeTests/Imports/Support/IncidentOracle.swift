import Redressal

/// Counts, from events alone, what the data's README counts from the rows.
struct IncidentOracle {
    private(set) var transitions: [String: Int] = [:]
    private(set) var firstStates: [String: Int] = [:]
    /// Seconds by the state they were spent in, negative where the log goes back in time.
    private(set) var seconds: [String: Int64] = [:]
    private(set) var reopenings: [CaseID: Int] = [:]
    private(set) var groupChanges: [CaseID: Int] = [:]
    private var last: [CaseID: Instant] = [:]

    private static let ended = ["resolved", "closed"]

    mutating func take(_ records: [EventRecord]) {
        for record in records {
            switch record.event {
            case .caseOpened(let facts):
                self.firstStates[facts.state, default: 0] += 1
                self.last[record.case] = record.occurred
            case .actionTaken(let facts): self.take(facts, record)
            default: break
            }
        }
    }

    private mutating func take(_ facts: ActionTaken, _ record: EventRecord) {
        let before = self.last.updateValue(record.occurred, forKey: record.case) ?? record.occurred
        self.seconds[facts.from, default: 0] += before.milliseconds(to: record.occurred) / 1000
        if facts.fields["assignment_group"] != nil { self.groupChanges[record.case, default: 0] += 1 }
        guard facts.from != facts.to else { return }
        self.transitions["\(facts.from) \(facts.to)", default: 0] += 1
        if Self.ended.contains(facts.from), !Self.ended.contains(facts.to) {
            self.reopenings[record.case, default: 0] += 1
        }
    }
}
