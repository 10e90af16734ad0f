/// Looks through a partition's events for what engines do not write.
///
/// What a former owner wrote, or what was written twice, is void and no finding: it is what fencing is for (ADR 0002).
package struct HistoryCheck: Sendable {
    private let place: LogPlace
    private var fold = PartitionFold()
    private var latest: Instant?
    package private(set) var findings: [LogFinding] = []

    package init(_ place: LogPlace) { self.place = place }

    package var cases: Int { self.fold.cases.count }
    package var accepted: Int { self.fold.accepted }
    package var void: Int { self.fold.voids.values.reduce(0, +) }

    /// Takes the next record.
    package mutating func see(_ record: LogRecord) {
        let logged = LoggedEvent(record)
        switch self.fold.fold(logged) {
        case .ownership: break
        case .applied(let event, _, _): self.see(event, record)
        case .void(let reason, let event): self.see(reason, event, logged, record)
        }
    }

    private mutating func see(_ event: EventRecord, _ record: LogRecord) {
        if let latest, event.recorded < latest {
            self.report(
                .outOfOrder, record, event,
                "expected an event recorded at \(latest) or later but found one of \(event.recorded)")
        }
        self.latest = max(self.latest ?? event.recorded, event.recorded)
    }

    private mutating func see(
        _ reason: VoidReason, _ event: EventRecord?, _ logged: LoggedEvent, _ record: LogRecord
    ) {
        let last = event.flatMap { self.fold.cases[$0.case]?.seq } ?? 0
        let number = event?.seq ?? 0
        switch reason {
        case .formerOwner, .repeated: break
        case .gap: self.report(.gap, record, event, "expected event \(last + 1) of the case but found event \(number)")
        case .brokenChain:
            self.report(
                .brokenChain, record, event, "expected the hash of event \(last) as its predecessor but found another")
        case .notOpened:
            self.report(.notOpened, record, event, "expected the opening of the case but found event \(number)")
        case .unreadable:
            var words = "expected an event of this program but found something unreadable"
            if case .unreadable(let text) = logged { words = text }
            self.report(.unreadable, record, nil, words)
        case .misplaced:
            self.report(
                .misplaced, record, event,
                "expected the case's id as the record's key but found \((record.key ?? "").quoted)")
        }
    }

    private mutating func report(
        _ kind: LogFinding.Kind, _ record: LogRecord, _ event: EventRecord?, _ words: String
    ) {
        self.findings.append(
            LogFinding(
                kind, at: self.place.path, offset: record.offset, case: event?.case.text, seq: event?.seq, words))
    }
}
