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
        switch logged {
        case .ownership(let ownership):
            return self.acceptance.admit(ownership) ? .ownership : .void(self.count(.formerOwner), nil)
        case .unreadable: return .void(self.count(.unreadable), nil)
        case .misplaced(let event): return .void(self.count(.misplaced), event)
        case .event(let event, let hash):
            let before = self.cases[event.case]
            if let reason = self.take(event, hash) { return .void(reason, event) }
            return self.cases[event.case].map { .applied(event, before: before, after: $0) } ?? .void(.notOpened, event)
        }
    }

    /// Folds one record in like ``fold(_:)``, for those who do not ask where a case stood before: it changes in its place.
    ///
    /// - Returns: The event, when it was accepted.
    package mutating func absorb(_ logged: LoggedEvent) -> EventRecord? {
        guard case .event(let event, let hash) = logged else {
            _ = self.fold(logged)
            return nil
        }
        return self.take(event, hash) == nil ? event : nil
    }

    /// Folds an event in if it counts.
    ///
    /// - Returns: Why it is void; nil when it was folded in.
    private mutating func take(_ event: EventRecord, _ hash: EventHash) -> VoidReason? {
        let verdict: VoidReason?
        // One look for the case, and no copy of it: most of a fold's time goes into these.
        if let place = self.cases.index(forKey: event.case) {
            verdict = self.cases.values[place].take(event, hash, by: self.acceptance)
        } else {
            verdict = self.acceptance.verdict(on: event, seq: 0, head: .none)
            if verdict == nil { self.cases[event.case] = CaseState(opening: event, hash: hash) }
        }
        if let reason = verdict { return self.count(reason) }
        self.acceptance.see(event.epoch)
        self.accepted += 1
        return nil
    }

    private mutating func count(_ reason: VoidReason) -> VoidReason {
        self.voids[reason, default: 0] += 1
        return reason
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
