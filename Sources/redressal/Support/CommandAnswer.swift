import Redressal

/// What `case open --json` and `case do --json` print: the outcome, with the tracking number when there is a case.
struct CommandAnswer: Encodable {
    let outcome: Outcome

    private enum CodingKeys: String, CodingKey {
        case reference
    }

    func encode(to encoder: any Encoder) throws {
        try self.outcome.encode(to: encoder)
        guard self.outcome.seq > 0 else { return }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(TrackingReference.make(for: self.outcome.case), forKey: .reference)
    }
}
