import Postgres
import Redressal

extension LogError {
    /// Sorts an error of the database by what the caller of the log must do.
    ///
    /// - Parameters:
    ///   - error: ``PostgresError``, or anything else.
    ///   - operation: What was being done.
    ///   - isWrite: Whether a broken connection leaves open whether it happened.
    init(_ error: any Error, _ operation: String, isWrite: Bool = false) {
        guard let error = error as? PostgresError else {
            self =
                error is CancellationError
                ? LogError(.unavailable, "\(operation) was cancelled") : LogError(.failed, "\(operation): \(error)")
            return
        }
        self.init(Self.code(of: error, isWrite: isWrite), "\(operation): \(error)")
    }

    private static func code(of error: PostgresError, isWrite: Bool) -> Code {
        if let state = error.sqlState, let code = Self.codes[state] { return code }
        switch error.kind {
        case .connectionLost, .adminShutdown, .unknownCommitOutcome:
            return isWrite && !error.isUnsent ? .unknownOutcome : .unavailable
        case .cannotConnect, .insufficientResources, .lockNotAvailable, .cancelled, .serialization, .deadlock,
            .stalePlan:
            return .unavailable
        case .closed: return .closed
        default: return .failed
        }
    }

    /// The log's own SQLSTATEs, and those of tables, columns, functions and schemas that do not exist.
    private static let codes: [String: Code] = [
        "RL001": .fenced, "RL002": .notPrepared, "42P01": .notPrepared, "42703": .notPrepared, "42883": .notPrepared,
        "3F000": .notPrepared,
    ]
}
