import Foundation

/// A definite answer: the command was done, or was refused and never will be.
struct FaultAnswer: Sendable, Hashable {
    /// What an answer to a command that was done tells.
    private struct Done: Decodable {
        let `case`: String
        let seq: Int
        let events: Int?
    }

    let status: Int
    let body: String
    /// The case and its last event; nil when it was refused.
    let done: (case: String, seq: Int, events: Int)?

    /// - Returns: nil for what leaves open whether the command was or will be done.
    init?(_ reply: Web.Reply) {
        guard 200..<500 ~= reply.status else { return nil }
        self.status = reply.status
        self.body = reply.body
        let done = try? JSONDecoder().decode(Done.self, from: Data(reply.body.utf8))
        // An opening makes all the events that its case then has.
        self.done = reply.status < 300 ? done.map { ($0.case, $0.seq, $0.events ?? $0.seq) } : nil
    }

    static func == (one: FaultAnswer, other: FaultAnswer) -> Bool {
        one.status == other.status && one.body == other.body
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(self.status)
        hasher.combine(self.body)
    }
}
