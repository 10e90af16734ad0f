import Kafka
import Redressal

extension LogError {
    /// Sorts an error of the Kafka client by what the caller of the log must do.
    ///
    /// - Parameters:
    ///   - error: ``KafkaError``, ``KafkaSendError``, ``KafkaTransactionError``, or anything else.
    ///   - operation: What was being done.
    init(kafka error: any Error, _ operation: String) {
        let code = Self.code(ofKafka: error)
        switch code {
        case .unavailable where !(error is CancellationError):
            self.init(code, "expected the Kafka brokers to answer but they do not: \(operation): \(error)")
        case .notPrepared:
            self.init(
                code, "expected the log's topics but not all are there: run `redressal migrate`: \(operation): \(error)"
            )
        default: self.init(code, "\(operation): \(error)")
        }
    }

    private static func code(ofKafka error: any Error) -> Code {
        switch error {
        case let error as LogError: error.code
        case let error as KafkaError: Self.code(of: error)
        case let error as KafkaSendError:
            error.isUnknownOutcome ? .unknownOutcome : error.firstFailure.map { Self.code(of: $0.error) } ?? .failed
        case let error as KafkaTransactionError: Self.code(of: error)
        case is CancellationError: .unavailable
        default: .failed
        }
    }

    private static func code(of error: KafkaTransactionError) -> Code {
        switch error {
        case .aborted(let cause): Self.code(of: cause) == .tooLarge ? .tooLarge : .unavailable
        case .fenced: .fenced
        // A client that failed for good may have failed after the commit was sent.
        case .unknownOutcome, .failed: .unknownOutcome
        }
    }

    private static func code(of error: KafkaError) -> Code {
        switch error.code {
        case .destroyed: return .closed
        case .messageTooLarge: return .tooLarge
        case .unknownTopic, .unknownPartition, .unknownTopicOrPartition: return .notPrepared
        case .transport, .resolve, .allBrokersDown: return .unavailable
        default: break
        }
        if error.isFenced { return .fenced }
        return error.isRetriable || error.isTimedOut ? .unavailable : .failed
    }
}
