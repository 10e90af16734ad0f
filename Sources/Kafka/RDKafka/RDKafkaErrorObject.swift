import CRdKafka

/// The owner of one `rd_kafka_error_t`; becoming a `KafkaError` is all it can do, and it is freed then.
struct RDKafkaErrorObject: ~Copyable {
    private let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        rd_kafka_error_destroy(self.pointer)
    }

    /// Throws what a C call returned, unless it returned `NULL`.
    static func check(_ pointer: OpaquePointer?, _ operation: @autoclosure () -> String) throws {
        guard let pointer else { return }
        throw RDKafkaErrorObject(owning: pointer).makeError(operation())
    }

    consuming func makeError(_ operation: String) -> KafkaError {
        Self.copy(self.pointer, operation)
    }

    /// Copies an error that belongs to someone else, for example to an admin result.
    static func copy(_ pointer: OpaquePointer, _ operation: String) -> KafkaError {
        KafkaError(
            KafkaError.Code(rd_kafka_error_code(pointer)),
            operation,
            text: String(cString: rd_kafka_error_string(pointer)),
            isRetriable: rd_kafka_error_is_retriable(pointer) != 0,
            isFatal: rd_kafka_error_is_fatal(pointer) != 0,
            requiresAbort: rd_kafka_error_txn_requires_abort(pointer) != 0)
    }
}
