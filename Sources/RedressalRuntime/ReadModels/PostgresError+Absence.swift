import Postgres

extension PostgresError {
    /// Whether the database is away or overloaded, and not the question wrong.
    var isAbsence: Bool {
        switch self.kind {
        case .cannotConnect, .connectionLost, .adminShutdown, .insufficientResources, .closed: true
        default: false
        }
    }
}
