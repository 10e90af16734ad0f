/// What one failed step of a transaction calls for: the decision apart from the C calls, so that tests can list it.
enum KafkaTransactionStep: Hashable, Sendable {
    case begin, write, sendOffsets, commit, abort

    /// What to do about a failed step.
    enum Verdict: Hashable, Sendable {
        /// Abort the transaction, then throw `.aborted`.
        case abort
        /// Throw, and never use the producer again unless the error is recoverable.
        case give(KafkaTransactionError)
    }

    /// Judges an error of this step.
    func verdict(_ error: KafkaError) -> Verdict {
        if error.isFenced { return .give(.fenced(error)) }
        if error.isFatal { return .give(.failed(error)) }
        switch self {
        case .begin:
            // Nothing was begun, so nothing can be visible.
            return .give(.aborted(error))
        case .write, .sendOffsets:
            return .abort
        case .commit:
            // Only librdkafka's own word says that the commit was not carried out; anything else may have been.
            return error.requiresAbort ? .abort : .give(.unknownOutcome(error))
        case .abort:
            return .give(.unknownOutcome(error))
        }
    }
}
