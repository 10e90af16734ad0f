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
            return self.acceptance.admit(ownership) ? .ownership : self.void(.formerOwner, nil)
        case .unreadable: return self.void(.unreadable, nil)
        case .misplaced(let event): return self.void(.misplaced, event)
        case .event(let event, let hash):
            let before = self.cases[event.case]
            if let reason = self.acceptance.verdict(on: event, seq: before?.seq ?? 0, head: before?.head ?? .none) {
                return self.void(reason, event)
            }
            guard let after = CaseState.folding(event, hash: hash, into: before) else {
                return self.void(.notOpened, event)
            }
            self.acceptance.see(event.epoch)
            self.cases[event.case] = after
            self.accepted += 1
            return .applied(event, before: before, after: after)
        }
    }

    /// Takes in what its owner decided, without reading it back.
    package mutating func take(_ decision: Decision) {
        guard let state = decision.state else { return }
        self.cases[state.id] = state
        self.accepted += decision.written.count
    }

    private mutating func void(_ reason: VoidReason, _ event: EventRecord?) -> Step {
        self.voids[reason, default: 0] += 1
        return .void(reason, event)
    }
}

extension CaseState {
    /// The state after one more accepted event; nil when the first is not an opening.
    package static func folding(_ event: EventRecord, hash: EventHash, into before: CaseState?) -> CaseState? {
        guard var state = before else { return CaseState(opening: event, hash: hash) }
        state.apply(event, hash: hash)
        return state
    }
}
