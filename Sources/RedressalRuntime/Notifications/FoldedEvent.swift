import Redressal

/// An event that counts, with the case that it happened to.
struct FoldedEvent: Sendable {
    let record: EventRecord
    let hash: EventHash
    /// The case with the event folded in, or later.
    let state: CaseState
}
