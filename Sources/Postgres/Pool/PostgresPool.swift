import Logging
import Synchronization

/// Lends connections to one database, making them when needed and replacing those that broke.
///
/// Waiters are served in order; waiting ends at once if the task is cancelled. ``PoolStateMachine`` decides, this type
/// acts: it takes the lock, gets the actions, leaves the lock and carries them out.
package final class PostgresPool: Sendable {
    private let configuration: PostgresConfiguration
    let logger: Logger
    let state: Mutex<PoolState>

    /// Makes a pool of at most `size` connections; none is made before someone asks.
    package init(
        _ configuration: PostgresConfiguration, size: Int = 4, logger: Logger = Logger(label: "postgres")
    ) {
        self.configuration = configuration
        self.logger = logger
        self.state = Mutex(PoolState(machine: PoolStateMachine(size: size)))
    }

    /// Lends a connection that nobody else uses until `body` ends.
    ///
    /// - Throws: what `body` throws; ``PostgresError`` of kind `cannotConnect` or `closed`; `CancellationError`.
    @discardableResult
    package func withConnection<T: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (PostgresConnection) async throws -> T
    ) async throws -> T {
        let asked = ContinuousClock.now
        let lease = try await self.lease()
        self.configuration.observer?.acquired(asked)
        do {
            let value = try await body(lease.connection)
            self.release(lease)
            return value
        } catch {
            self.release(lease)
            throw error
        }
    }

    /// Ends the pool: waiters fail, free connections close, and this waits for those in use to come back.
    package func close() async {
        await withCheckedContinuation { continuation in
            let actions = self.state.withLock { state in
                state.closers.append(continuation)
                return state.machine.closed()
            }
            self.perform(actions)
        }
    }

    /// Waits for a connection.
    private func lease() async throws -> PoolState.Lease {
        let id = self.state.withLock { $0.nextWaiter() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let actions = self.state.withLock { state in
                    state.continuations[id] = continuation
                    return state.machine.requested(id)
                }
                self.perform(actions)
                // A cancellation from before the registration found nobody to tell; it is told here.
                if Task.isCancelled { self.cancelled(id) }
            }
        } onCancel: {
            self.cancelled(id)
        }
    }

    private func cancelled(_ id: PoolStateMachine.WaiterID) {
        self.perform(self.state.withLock { $0.machine.cancelled(id) })
    }

    private func release(_ lease: PoolState.Lease) {
        let isUsable = lease.connection.isOpen
        self.perform(self.state.withLock { $0.machine.released(lease.id, isUsable: isUsable) })
    }

    /// Carries out what the machine decided; never called with the lock held.
    private func perform(_ actions: [PoolStateMachine.Action]) {
        for action in actions {
            let effect = self.state.withLock { $0.effect(of: action) }
            switch effect {
            case .resume(let continuation, let result): continuation.resume(with: result)
            case .connect(let id): Task { await self.connect(id) }
            case .close(let id, let connection): Task { await self.disconnect(id, connection) }
            case .finish(let closers): for closer in closers { closer.resume() }
            case .nothing: break
            }
        }
    }

    private func disconnect(_ id: PoolStateMachine.ConnectionID, _ connection: PostgresConnection) async {
        await connection.close()
        self.perform(self.state.withLock { $0.machine.disconnected(id) })
    }

    private func connect(_ id: PoolStateMachine.ConnectionID) async {
        do {
            let connection = try await PostgresConnection.connect(self.configuration, logger: self.logger)
            self.perform(
                self.state.withLock { state in
                    state.connections[id] = connection
                    return state.machine.connected(id)
                })
        } catch {
            self.logger.debug("connecting failed", metadata: ["error": "\(error)"])
            self.perform(
                self.state.withLock { state in
                    state.connectFailure = error
                    return state.machine.connectFailed(id)
                })
        }
    }
}
