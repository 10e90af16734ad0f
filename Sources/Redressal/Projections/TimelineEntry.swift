/// One event on a case's timeline: one row of `read.case_event`.
package struct TimelineEntry: Sendable {
    package let record: EventRecord
    package let hash: EventHash
    package let partition: Int
    package let offset: Int64

    package init(_ record: EventRecord, hash: EventHash, partition: Int, offset: Int64) {
        self.record = record
        self.hash = hash
        self.partition = partition
        self.offset = offset
    }

    /// What the workflow calls it, or its type.
    package var name: String {
        if case .actionTaken(let facts) = self.record.event { facts.name } else { self.record.event.kind.rawValue }
    }

    package var fromState: String? {
        switch self.record.event {
        case .actionTaken(let facts): facts.from
        case .workflowVersionChanged(let facts): facts.oldState
        default: nil
        }
    }

    package var toState: String? {
        switch self.record.event {
        case .caseOpened(let facts): facts.state
        case .actionTaken(let facts): facts.to
        case .workflowVersionChanged(let facts): facts.state
        default: nil
        }
    }
}
