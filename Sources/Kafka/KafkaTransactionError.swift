/// Why a transaction was not seen to commit, sorted by what the caller must do.
package enum KafkaTransactionError: Error, Hashable, Sendable {
    /// Nothing of it is visible to readers of committed records; the producer may be used again.
    case aborted(KafkaError)
    /// A commit or an abort got no answer: it may be visible or not. The producer must be closed; make a new one, whose
    /// `initTransactions` settles the matter, and look for the records.
    case unknownOutcome(KafkaError)
    /// A newer producer has the transactional id. The producer must be closed. When the cause's operation is the commit,
    /// an earlier attempt may have succeeded: look for the records.
    case fenced(KafkaError)
    /// The client is beyond use for another reason, for example a missing permission. The producer must be closed.
    case failed(KafkaError)

    /// What librdkafka or the broker said.
    package var cause: KafkaError {
        switch self {
        case .aborted(let cause), .unknownOutcome(let cause), .fenced(let cause), .failed(let cause): cause
        }
    }

    /// Whether the producer may be used again.
    package var isRecoverable: Bool {
        if case .aborted = self { true } else { false }
    }
}

extension KafkaTransactionError: CustomStringConvertible {
    /// For example `transaction fenced: commit transaction: …`.
    package var description: String {
        let outcome =
            switch self {
            case .aborted: "aborted"
            case .unknownOutcome: "of unknown outcome"
            case .fenced: "fenced"
            case .failed: "failed"
            }
        return "transaction \(outcome): \(self.cause)"
    }
}
