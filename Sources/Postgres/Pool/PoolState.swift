/// What a pool keeps under its lock: the deciding machine, and the things its names stand for.
struct PoolState {
    /// A connection on loan.
    struct Lease: Sendable {
        /// Its name in the machine.
        var id: PoolStateMachine.ConnectionID
        /// The connection.
        var connection: PostgresConnection
    }

    /// An action with the things it needs, to be carried out outside the lock.
    enum Effect {
        case resume(CheckedContinuation<Lease, any Error>, Result<Lease, any Error>)
        case connect(PoolStateMachine.ConnectionID)
        case close(PoolStateMachine.ConnectionID, PostgresConnection)
        case finish([CheckedContinuation<Void, Never>])
        case nothing
    }

    /// Decides.
    var machine: PoolStateMachine
    /// The connections that exist.
    var connections: [PoolStateMachine.ConnectionID: PostgresConnection] = [:]
    /// The waiting tasks.
    var continuations: [PoolStateMachine.WaiterID: CheckedContinuation<Lease, any Error>] = [:]
    /// The tasks that wait for the pool's end.
    var closers: [CheckedContinuation<Void, Never>] = []
    /// Why the last try to connect failed.
    var connectFailure: (any Error)?
    private var waitersNamed = 0

    /// Makes the state of a pool nobody has used yet.
    init(machine: PoolStateMachine) {
        self.machine = machine
    }

    /// Makes the name of a new waiter.
    mutating func nextWaiter() -> PoolStateMachine.WaiterID {
        self.waitersNamed += 1
        return PoolStateMachine.WaiterID(number: self.waitersNamed)
    }

    /// Takes out the things that an action needs.
    mutating func effect(of action: PoolStateMachine.Action) -> Effect {
        switch action {
        case .connect(let id): return .connect(id)
        case .close(let id): return self.connections.removeValue(forKey: id).map { .close(id, $0) } ?? .nothing
        case .serve(let waiter, let id):
            guard let connection = self.connections[id] else { return .nothing }
            return self.resume(waiter, .success(Lease(id: id, connection: connection)))
        case .failToConnect(let waiter):
            let unknown = PostgresError(.cannotConnect, "no reason given")
            return self.resume(waiter, .failure(self.connectFailure ?? unknown))
        case .failAsClosed(let waiter):
            return self.resume(waiter, .failure(PostgresError(.closed, "the pool was closed by this program")))
        case .failAsCancelled(let waiter): return self.resume(waiter, .failure(CancellationError()))
        case .finishClosing:
            defer { self.closers = [] }
            return .finish(self.closers)
        }
    }

    private mutating func resume(
        _ waiter: PoolStateMachine.WaiterID, _ result: Result<Lease, any Error>
    ) -> Effect {
        guard let continuation = self.continuations.removeValue(forKey: waiter) else { return .nothing }
        return .resume(continuation, result)
    }
}
