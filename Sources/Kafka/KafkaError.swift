import CRdKafka

/// Something librdkafka or a broker refused or could not do.
package struct KafkaError: Error, Hashable, Sendable {
    /// What went wrong.
    package let code: Code
    /// librdkafka's own words; they never hold record contents.
    package let text: String
    /// What was being done, for example `create topic events`.
    package let operation: String
    /// Whether the same call may be made again.
    package let isRetriable: Bool
    /// Whether the client instance is beyond use and must be closed.
    package let isFatal: Bool
    /// Whether the current transaction must be aborted before anything else.
    package let requiresAbort: Bool

    init(
        _ code: Code,
        _ operation: String,
        text: String? = nil,
        isRetriable: Bool = false,
        isFatal: Bool = false,
        requiresAbort: Bool = false
    ) {
        self.code = code
        self.operation = operation
        self.text = text ?? code.text
        self.isRetriable = isRetriable
        self.isFatal = isFatal
        self.requiresAbort = requiresAbort
    }

    /// Throws unless the C call answered "no error".
    static func check(_ code: rd_kafka_resp_err_t, _ operation: @autoclosure () -> String) throws {
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        throw KafkaError(Code(code), operation())
    }
}

extension KafkaError {
    /// Whether no answer came in time; the request may still have been carried out.
    package var isTimedOut: Bool {
        [.timedOut, .timedOutQueue, .messageTimedOut, .requestTimedOut].contains(self.code)
    }

    /// Whether a newer owner of the same transactional id or group instance has taken over.
    package var isFenced: Bool {
        [.fenced, .producerFenced, .invalidProducerEpoch, .coordinatorFenced, .fencedInstance].contains(self.code)
    }

    /// The error a client gives after `close()`.
    static func closed(_ operation: String) -> KafkaError {
        KafkaError(.destroyed, operation, text: "the client is closed")
    }
}

extension KafkaError: CustomStringConvertible {
    /// For example `create topic events: Topic 'events' already exists (TOPIC_ALREADY_EXISTS)`.
    package var description: String { "\(self.operation): \(self.text) (\(self.code))" }
}
