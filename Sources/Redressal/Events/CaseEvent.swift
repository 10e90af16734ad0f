/// Something that happened to a case: a fact, past tense, never changed.
///
/// The set is closed and small; what a workflow calls a step is a fact inside ``ActionTaken``. Facts are decided already
/// (new state, assignee, due instant), so folding never needs a definition. The shape of a stored version is never edited:
/// a new version is added beside it (ADR 0004).
package enum CaseEvent: Hashable, Sendable {
    case caseOpened(CaseOpened)
    case actionTaken(ActionTaken)
    case clockStarted(ClockStarted)
    case clockPaused(ClockPaused)
    case clockResumed(ClockResumed)
    case clockMoved(ClockMoved)
    case clockStopped(ClockStopped)
    case reminderDue(ReminderDue)
    case deadlineBreached(DeadlineBreached)
    case escalationRaised(EscalationRaised)
    case escalationAcknowledged(EscalationAcknowledged)
    case caseOrphaned(CaseOrphaned)
    case caseLinked(CaseLinked)
    case workflowVersionChanged(WorkflowVersionChanged)
    case historyEnded(HistoryEnded)
}

extension CaseEvent {
    /// The type's name in the log; with ``version`` it names a schema in `schemas/events/`.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case caseOpened = "CaseOpened"
        case actionTaken = "ActionTaken"
        case clockStarted = "ClockStarted"
        case clockPaused = "ClockPaused"
        case clockResumed = "ClockResumed"
        case clockMoved = "ClockMoved"
        case clockStopped = "ClockStopped"
        case reminderDue = "ReminderDue"
        case deadlineBreached = "DeadlineBreached"
        case escalationRaised = "EscalationRaised"
        case escalationAcknowledged = "EscalationAcknowledged"
        case caseOrphaned = "CaseOrphaned"
        case caseLinked = "CaseLinked"
        case workflowVersionChanged = "WorkflowVersionChanged"
        case historyEnded = "HistoryEnded"
    }

    /// The version of the shape this program writes; every kind is at its first.
    package static let version = 1

    package var kind: Kind {
        switch self {
        case .caseOpened: .caseOpened
        case .actionTaken: .actionTaken
        case .clockStarted: .clockStarted
        case .clockPaused: .clockPaused
        case .clockResumed: .clockResumed
        case .clockMoved: .clockMoved
        case .clockStopped: .clockStopped
        case .reminderDue: .reminderDue
        case .deadlineBreached: .deadlineBreached
        case .escalationRaised: .escalationRaised
        case .escalationAcknowledged: .escalationAcknowledged
        case .caseOrphaned: .caseOrphaned
        case .caseLinked: .caseLinked
        case .workflowVersionChanged: .workflowVersionChanged
        case .historyEnded: .historyEnded
        }
    }

    /// The facts alone, as they are encoded.
    package var facts: any Encodable & Sendable { self.form }

    /// The facts alone, as the log holds them.
    var form: any JSONForm & Sendable {
        switch self {
        case .caseOpened(let facts): facts
        case .actionTaken(let facts): facts
        case .clockStarted(let facts): facts
        case .clockPaused(let facts): facts
        case .clockResumed(let facts): facts
        case .clockMoved(let facts): facts
        case .clockStopped(let facts): facts
        case .reminderDue(let facts): facts
        case .deadlineBreached(let facts): facts
        case .escalationRaised(let facts): facts
        case .escalationAcknowledged(let facts): facts
        case .caseOrphaned(let facts): facts
        case .caseLinked(let facts): facts
        case .workflowVersionChanged(let facts): facts
        case .historyEnded(let facts): facts
        }
    }

    /// Reads the facts of one kind from a container's key.
    init<Key>(_ kind: Kind, from container: KeyedDecodingContainer<Key>, at key: Key) throws {
        switch kind {
        case .caseOpened: self = .caseOpened(try container.decode(CaseOpened.self, forKey: key))
        case .actionTaken: self = .actionTaken(try container.decode(ActionTaken.self, forKey: key))
        case .clockStarted: self = .clockStarted(try container.decode(ClockStarted.self, forKey: key))
        case .clockPaused: self = .clockPaused(try container.decode(ClockPaused.self, forKey: key))
        case .clockResumed: self = .clockResumed(try container.decode(ClockResumed.self, forKey: key))
        case .clockMoved: self = .clockMoved(try container.decode(ClockMoved.self, forKey: key))
        case .clockStopped: self = .clockStopped(try container.decode(ClockStopped.self, forKey: key))
        case .reminderDue: self = .reminderDue(try container.decode(ReminderDue.self, forKey: key))
        case .deadlineBreached: self = .deadlineBreached(try container.decode(DeadlineBreached.self, forKey: key))
        case .escalationRaised: self = .escalationRaised(try container.decode(EscalationRaised.self, forKey: key))
        case .escalationAcknowledged:
            self = .escalationAcknowledged(try container.decode(EscalationAcknowledged.self, forKey: key))
        case .caseOrphaned: self = .caseOrphaned(try container.decode(CaseOrphaned.self, forKey: key))
        case .caseLinked: self = .caseLinked(try container.decode(CaseLinked.self, forKey: key))
        case .workflowVersionChanged:
            self = .workflowVersionChanged(try container.decode(WorkflowVersionChanged.self, forKey: key))
        case .historyEnded: self = .historyEnded(try container.decode(HistoryEnded.self, forKey: key))
        }
    }
}
