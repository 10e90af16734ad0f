import Redressal

/// What happened in a case.
extension CaseView {
    /// What happened, the latest first, without the deadlines that each step sets and meets.
    var history: [[String: any Sendable]] {
        self.timeline.reversed().filter { !$0.record.event.isRoutine }.map {
            HistoryLine($0, self.workflow, self.speech, self.clock).values
        }
    }

    /// How many deadlines were set and met, in words.
    var routine: String {
        let count = self.timeline.count { $0.record.event.isRoutine }
        return count == 0 ? "" : self.speech("case.history_clocks", count: count)
    }
}

extension CaseEvent {
    /// Whether every step brings it along, so that it hides what happened.
    fileprivate var isRoutine: Bool {
        switch self {
        case .clockStarted, .clockStopped: true
        default: false
        }
    }
}
