import Crypto
import Foundation

/// A digest of what was decided in a partition: case, number, type and facts.
///
/// Not over recording times, hashes, offsets or ciphertexts, so that equal histories give equal digests on either log;
/// and cases count in the order of their ids, because how the cases of a partition interleave is not a decision.
package struct HistoryDigest: Sendable {
    private var chains: [CaseID: SHA256] = [:]

    package init() {}

    /// Takes one accepted event in; a case's events in their order.
    package mutating func add(_ record: EventRecord) {
        let shown = DecidedFacts(record)
        guard let bytes = try? CanonicalJSON.encode(shown) else { return }
        self.chains[record.case, default: SHA256()].update(data: bytes)
    }

    /// The digest so far, hexadecimal.
    package func value() -> String {
        var whole = SHA256()
        for (id, chain) in self.chains.sorted(by: { $0.key < $1.key }) {
            whole.update(data: Array(id.text.utf8))
            whole.update(data: Array(chain.finalize()))
        }
        return Hex.encode(Array(whole.finalize()))
    }
}

/// The part of an event that was decided.
private struct DecidedFacts: Encodable {
    let `case`: CaseID
    let seq: Int
    let occurred: Instant
    let event: CaseEvent

    init(_ record: EventRecord) {
        self.case = record.case
        self.seq = record.seq
        self.occurred = record.occurred
        self.event = record.event.withoutCiphertext
    }

    private enum CodingKeys: String, CodingKey { case `case`, seq, type, occurred, facts }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.case, forKey: .case)
        try container.encode(self.seq, forKey: .seq)
        try container.encode(self.event.kind, forKey: .type)
        try container.encode(self.occurred, forKey: .occurred)
        try container.encode(self.event.facts, forKey: .facts)
    }
}

extension CaseEvent {
    /// The event with the bytes of sealed values, and the engine's own recording time among the fields, left out.
    var withoutCiphertext: CaseEvent {
        switch self {
        case .caseOpened(let facts):
            .caseOpened(
                CaseOpened(
                    reference: facts.reference, state: facts.state, office: facts.office, severity: facts.severity,
                    fields: facts.fields.filter { $0.key != "recorded_at" }.mapValues(\.withoutCiphertext),
                    assignee: facts.assignee, parent: facts.parent, historical: facts.historical))
        case .actionTaken(let facts):
            .actionTaken(
                ActionTaken(
                    action: facts.action, name: facts.name, from: facts.from, to: facts.to,
                    fields: facts.fields.mapValues(\.withoutCiphertext), assignee: facts.assignee,
                    severity: facts.severity, office: facts.office, approves: facts.approves,
                    reopened: facts.reopened, closed: facts.closed))
        default: self
        }
    }
}
