import Redressal
import RedressalRuntime
import Synchronization

/// A process of a simulated world: whatever it asks of the outside passes here, and nothing passes once it is dead.
final class SimulatedProcess: Sendable {
    /// What the outside says to a dead process; nobody hears it.
    static let gone = LogError(.closed, "the process is dead")

    /// What a process is for.
    enum Kind: String, CaseIterable, Sendable {
        case engine, worker, gateway
    }

    private struct State {
        var isDead = false
        var frozenUntil = Duration.zero
        var membership: (any Membership)?
        var task: Task<Void, Never>?
        var gateway: (any CommandGateway)?
    }

    let kind: Kind
    let name: String
    let world: World
    private let state = Mutex(State())

    init(_ kind: Kind, _ number: Int, in world: World) {
        self.kind = kind
        self.name = "\(kind)-\(number)"
        self.world = world
    }

    var isDead: Bool { self.state.withLock(\.isDead) }

    var isEngine: Bool { self.kind == .engine }
    var isWorker: Bool { self.kind == .worker }

    /// Where clients hand commands in, while it is open.
    var gateway: (any CommandGateway)? { self.state.withLock { $0.isDead ? nil : $0.gateway } }

    func open(_ gateway: (any CommandGateway)?) { self.state.withLock { $0.gateway = gateway } }

    /// Runs until it is stopped or dies.
    func start(_ body: @escaping @Sendable () async -> Void) {
        let task = Task { await body() }
        self.state.withLock { $0.task = task }
    }

    /// Ends it in good order.
    func stop() async {
        let task = self.state.withLock(\.task)
        task?.cancel()
        await task?.value
    }

    /// Ends it at once: nothing it still does has any effect, and its group finds out.
    func die() async {
        let (task, membership) = self.state.withLock { state in
            state.isDead = true
            return (state.task, state.membership)
        }
        self.note("dies")
        task?.cancel()
        await membership?.leave()
    }

    /// Joins a group.
    func join(_ log: MemoryLog, as name: String) async throws(LogError) -> any Membership {
        let membership = try await log.joinEngines(as: name)
        let isDead = self.state.withLock { state in
            state.membership = membership
            return state.isDead
        }
        // Who dies while joining is found out too.
        if isDead {
            await membership.leave()
            throw Self.gone
        }
        return SimulatedMembership(membership, of: self)
    }

    func freeze(until time: Duration) { self.state.withLock { $0.frozenUntil = time } }

    /// One step on the way out or back: others may go first, the process may stand still, and it may be dead.
    func step() async throws(LogError) {
        await self.world.scheduler.pause()
        while true {
            let until = self.state.withLock(\.frozenUntil)
            guard until > self.world.scheduler.time, !self.isDead else { break }
            await self.world.scheduler.sleepThrough(until: until)
        }
        if self.isDead { throw Self.gone }
    }

    func note(_ what: @autoclosure () -> String) { self.world.history.note(self.name, what()) }
}
