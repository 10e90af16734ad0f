import Dispatch
import Logging

/// One connection to PostgreSQL.
///
/// An actor whose executor is a serial queue of its own: libpq's blocking calls run there, one operation at a time, in
/// the order in which they were asked for. Cancelling the caller's task cancels the statement on the server.
package actor PostgresConnection {
    private let executor: QueueExecutor
    private let session: Session
    private nonisolated let gate: ConnectionGate

    /// The executor of libpq's one thread at a time.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { self.executor.asUnownedSerialExecutor() }

    private init(executor: QueueExecutor, session: sending Session) {
        self.executor = executor
        self.gate = session.gate
        self.session = session
    }

    /// Connects.
    ///
    /// - Throws: ``PostgresError`` of kind `cannotConnect`, or `CancellationError`.
    package static func connect(
        _ configuration: PostgresConfiguration, logger: Logger = Logger(label: "postgres")
    ) async throws -> PostgresConnection {
        try Task.checkCancellation()
        let executor = QueueExecutor(label: "postgres.connection")
        let session = try await executor.run { try Session(connecting: configuration, logger: logger) }
        let connection = PostgresConnection(executor: executor, session: session)
        guard !Task.isCancelled else {
            await connection.close()
            throw CancellationError()
        }
        return connection
    }

    /// False once the connection was closed or seen to be broken.
    package nonisolated var isOpen: Bool { self.gate.isOpen }
    /// The server's process id for this session, as in `pg_stat_activity`.
    package nonisolated var processID: Int32 { self.gate.processID }

    /// Closes the connection after the operations already asked for; later ones fail with kind `closed`.
    package func close() {
        self.session.close()
    }

    /// Asks the server to stop what is running now, from another queue; the statement then fails with kind `cancelled`.
    package nonisolated func cancel() {
        cancelQueue.async { self.gate.cancelCurrent() }
    }

    /// Runs one operation on the connection's queue, cancelled if the caller's task is.
    nonisolated func perform<T: Sendable>(_ work: @Sendable (Session) throws -> T) async throws -> T {
        let token = CancelToken()
        return try await withTaskCancellationHandler {
            try await self.run(token, work)
        } onCancel: {
            token.cancel()
            cancelQueue.async { cancelUntilEnded(token, self.gate) }
        }
    }

    /// Runs one operation from start to end; synchronous, so nothing can slip in between.
    private func run<T: Sendable>(_ token: CancelToken, _ work: @Sendable (Session) throws -> T) throws -> T {
        if token.isCancelled { throw CancellationError() }
        try self.session.checkAlive()
        self.session.token = token
        self.gate.begin(token)
        defer {
            self.gate.end()
            self.session.token = nil
        }
        do {
            let value = try work(self.session)
            try self.session.checkNothingLeftOpen()
            return value
        } catch {
            // Such as a script whose BEGIN succeeded before something else failed.
            self.session.rollback()
            throw error
        }
    }
}

/// Asks the server to stop an operation, again and again until it has ended.
///
/// Once is not enough: a request that overtakes its statement finds an idle session, and the server forgets it.
private func cancelUntilEnded(_ token: CancelToken, _ gate: ConnectionGate) {
    guard gate.cancel(token) else { return }
    cancelQueue.asyncAfter(deadline: .now() + .milliseconds(50)) { cancelUntilEnded(token, gate) }
}

/// Sends cancel requests, which block; concurrent, so that one slow server does not hold up the others.
private let cancelQueue = DispatchQueue(label: "postgres.cancel", attributes: .concurrent)
