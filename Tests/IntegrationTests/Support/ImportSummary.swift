/// What `redressal import … --json` prints.
struct ImportSummary: Decodable, Hashable {
    struct Rejection: Decodable, Hashable {
        let line: Int
        let `case`: String
        let reason: String
    }

    let cases: Int
    let commands: Int
    let events: Int
    let rejected: [Rejection]
    let seconds: Double
    let eventsPerSecond: Double

    private enum CodingKeys: String, CodingKey {
        case cases, commands, events, rejected, seconds
        case eventsPerSecond = "events_per_second"
    }
}
