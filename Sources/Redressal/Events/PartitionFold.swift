/// The fold of one partition's events: every case's state, what was voided, and a digest of what was decided.
package struct PartitionFold: Sendable {
    package private(set) var cases: [CaseID: CaseState] = [:]
    package private(set) var acceptance = Acceptance()
    /// How many events were accepted.
    package private(set) var accepted = 0
    package private(set) var voids: [VoidReason: Int] = [:]

    package init() {}

    /// A fold that goes on from stored states.
    package init(epoch: Int64, cases: [CaseID: CaseState]) {
        self.cases = cases
        self.acceptance = Acceptance(epoch: epoch)
    }

    /// What became of a record.
    package enum Step: Sendable {
        case ownership
        /// The case's state before and after.
        case applied(EventRecord, before: CaseState?, after: CaseState)
        case void(VoidReason, EventRecord?)
    }

    /// Folds one record in.
    package mutating func fold(_ record: LogRecord) -> Step { self.fold(LoggedEvent(record)) }

    /// Folds one record in that was read before.
    package mutating func fold(_ logged: LoggedEvent) -> Step {
        switch self.judge(logged) {
        case .ownership: return .ownership
        case .void(let reason, let event): return .void(reason, event)
        case .accepted(let event, let hash):
            let before = self.cases[event.case]
            self.apply(event, hash)
            return self.cases[event.case].map { .applied(event, before: before, after: $0) } ?? .void(.notOpened, event)
        }
    }

    /// Folds one record in like ``fold(_:)``, for those who do not ask where a case stood before: it changes in its place.
    ///
    /// - Returns: The event, when it was accepted.
    package mutating func absorb(_ logged: LoggedEvent) -> EventRecord? {
        guard case .event(let event, let hash) = logged, let place = self.cases.index(forKey: event.case) else {
            guard case .accepted(let event, let hash) = self.judge(logged) else { return nil }
            self.apply(event, hash)
            return event
        }
        // One look for the case, and no copy of it: most of a fold's time goes into these.
        if let reason = self.cases.values[place].take(event, hash, by: self.acceptance) {
            self.voids[reason, default: 0] += 1
            return nil
        }
        self.acceptance.see(event.epoch)
        self.accepted += 1
        return event
    }

    private enum Judgement {
        case ownership
        case accepted(EventRecord, EventHash)
        case void(VoidReason, EventRecord?)
    }

    /// Whether a record counts; takes note of what does not, and of owners.
    private mutating func judge(_ logged: LoggedEvent) -> Judgement {
        switch logged {
        case .ownership(let ownership):
            return self.acceptance.admit(ownership) ? .ownership : self.void(.formerOwner, nil)
        case .unreadable: return self.void(.unreadable, nil)
        case .misplaced(let event): return self.void(.misplaced, event)
        case .event(let event, let hash):
            let (seq, head) = self.cases[event.case].map { ($0.seq, $0.head) } ?? (0, .none)
            guard let reason = self.acceptance.verdict(on: event, seq: seq, head: head) else {
                return .accepted(event, hash)
            }
            return self.void(reason, event)
        }
    }

    /// Folds an accepted event in: the first of a case opens it, as ``Acceptance`` has seen to.
    private mutating func apply(_ event: EventRecord, _ hash: EventHash) {
        self.acceptance.see(event.epoch)
        self.accepted += 1
        if self.cases[event.case]?.apply(event, hash: hash) == nil {
            self.cases[event.case] = CaseState(opening: event, hash: hash)
        }
    }

    /// Takes in what its owner decided, without reading it back.
    package mutating func take(_ decision: Decision) {
        guard let state = decision.state else { return }
        self.cases[state.id] = state
        self.accepted += decision.written.count
    }

    /// Takes a case in as it is stored.
    package mutating func put(_ state: CaseState) { self.cases[state.id] = state }

    /// Lets go of a case, which must be put back before the next of its events.
    package mutating func drop(_ id: CaseID) { self.cases[id] = nil }

    private mutating func void(_ reason: VoidReason, _ event: EventRecord?) -> Judgement {
        self.voids[reason, default: 0] += 1
        return .void(reason, event)
    }
}

extension CaseState {
    /// Folds one more event in if the rule accepts it.
    ///
    /// - Returns: Why it is void; nil when it was folded in.
    fileprivate mutating func take(_ event: EventRecord, _ hash: EventHash, by rule: Acceptance) -> VoidReason? {
        if let reason = rule.verdict(on: event, seq: self.seq, head: self.head) { return reason }
        self.apply(event, hash: hash)
        return nil
    }
}
