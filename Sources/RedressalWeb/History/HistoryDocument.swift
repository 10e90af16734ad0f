import Redressal

/// What happened to a case, event by event.
struct HistoryDocument: Encodable {
    let `case`: CaseID
    let reference: String
    let events: [EventDocument]
    let then: Moment?

    /// Where the case stood at an instant; a state is missing where the case was not there, or nothing of it was known.
    struct Moment: Encodable {
        let at: Instant
        let known: Instant
        /// From what was recorded by then.
        let asKnownThen: CaseDocument?
        /// From all that is recorded.
        let asKnownNow: CaseDocument?

        private enum CodingKeys: String, CodingKey {
            case at, known
            case asKnownThen = "as_known_then"
            case asKnownNow = "as_known_now"
        }

        /// - Parameter known: By when it was known; the instant itself when left out.
        init(_ timeline: [TimelineEntry], at instant: Instant, known: Instant?) {
            self.at = instant
            self.known = known ?? instant
            self.asKnownThen = CaseState(timeline, at: instant, known: self.known).map { CaseDocument($0) }
            self.asKnownNow = CaseState(timeline, at: instant).map { CaseDocument($0) }
        }
    }

    init(_ state: CaseState, _ timeline: [TimelineEntry], at instant: Instant?, known: Instant?) throws {
        self.case = state.id
        self.reference = state.reference
        self.events = try timeline.map { try EventDocument($0) }
        self.then = instant.map { Moment(timeline, at: $0, known: known) }
    }
}
