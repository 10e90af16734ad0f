import Redressal
import Synchronization

/// Runs all tasks of a simulated world on one thread, one job after the other, in an order that a seed decides; time
/// passes when nobody can go on, and now and then before that.
final class Scheduler: Sendable {
    /// How a run ended.
    enum Ending: Equatable {
        /// What was waited for came about.
        case over
        /// Nobody can go on, and nobody sleeps.
        case stuck
        /// More jobs were run than any healthy world needs.
        case endless
    }

    private struct Sleeper {
        let id: Int
        let wakes: Duration
        let hearsNews: Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var random: SeededGenerator
        var ready: [UnownedJob] = []
        /// Those who let others go first.
        var paused: [CheckedContinuation<Void, Never>] = []
        var sleepers: [Sleeper] = []
        var time = Duration.zero
        var lastID = 0
        var news = 0
        var jobs = 0
    }

    /// How much time passes at most while somebody could go on.
    private static let haste = Duration.milliseconds(30)

    private let state: Mutex<State>

    init(seed: UInt64) { self.state = Mutex(State(random: SeededGenerator(seed: seed))) }

    /// How much time has passed in the world.
    var time: Duration { self.state.withLock(\.time) }

    /// How many jobs were run.
    var jobs: Int { self.state.withLock(\.jobs) }

    func enqueue(_ job: UnownedJob) { self.state.withLock { $0.ready.append(job) } }

    /// Runs jobs until something holds.
    ///
    /// - Parameter most: The most jobs.
    func run(most: Int, until isOver: () -> Bool) -> Ending {
        let last = self.jobs + most
        while !isOver() {
            guard self.jobs < last else { return .endless }
            guard let job = self.next() else { return .stuck }
            job.runSynchronously(on: MainActor.sharedUnownedExecutor)
        }
        return .over
    }

    /// A job that can run; waking sleepers when there is none, and one time in fifty even so.
    private func next() -> UnownedJob? {
        while true {
            let isIdle = self.state.withLock { $0.ready.isEmpty && $0.paused.isEmpty }
            let isHasty = !isIdle && self.state.withLock { Int.random(in: 0..<50, using: &$0.random) == 0 }
            if (isIdle || isHasty), !self.wakeTheNext(within: isIdle ? nil : Self.haste), isIdle { return nil }
            self.letOneGoOn()
            let job = self.state.withLock { state -> UnownedJob? in
                guard !state.ready.isEmpty else { return nil }
                state.jobs += 1
                let index = Int.random(in: 0..<state.ready.count, using: &state.random)
                state.ready.swapAt(index, state.ready.count - 1)
                return state.ready.removeLast()
            }
            if let job { return job }
        }
    }

    /// Lets one of those who paused go on, as often as its turn comes among all that can run.
    private func letOneGoOn() {
        let continuation = self.state.withLock { state -> CheckedContinuation<Void, Never>? in
            let count = state.ready.count + state.paused.count
            guard count > 0 else { return nil }
            let index = Int.random(in: 0..<count, using: &state.random)
            guard index < state.paused.count else { return nil }
            state.paused.swapAt(index, state.paused.count - 1)
            return state.paused.removeLast()
        }
        continuation?.resume()
    }

    /// Lets others go first.
    func pause() async {
        await withCheckedContinuation { continuation in
            self.state.withLock { $0.paused.append(continuation) }
        }
    }

    /// Lets time pass until the next sleeper wakes.
    ///
    /// - Parameter span: How long that may take at most; nil for however long.
    /// - Returns: Whether there was one.
    private func wakeTheNext(within span: Duration?) -> Bool {
        let sleeper = self.state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.indices.min(by: { Self.isBefore(state.sleepers[$0], state.sleepers[$1]) })
            else { return nil }
            if let span, state.sleepers[index].wakes > state.time + span { return nil }
            let sleeper = state.sleepers.remove(at: index)
            state.time = max(state.time, sleeper.wakes)
            return sleeper
        }
        sleeper?.continuation.resume()
        return sleeper != nil
    }

    private static func isBefore(_ left: Sleeper, _ right: Sleeper) -> Bool {
        (left.wakes, left.id) < (right.wakes, right.id)
    }

    /// How much news there was; it only grows.
    var news: Int { self.state.withLock(\.news) }

    /// Wakes those who wait for news.
    func ring() {
        let heard = self.state.withLock { state -> [Sleeper] in
            state.news += 1
            let heard = state.sleepers.filter(\.hearsNews)
            state.sleepers.removeAll(where: \.hearsNews)
            return heard
        }
        for sleeper in heard { sleeper.continuation.resume() }
    }

    /// Sleeps in the world's time; returns at once when the task is cancelled.
    func sleep(until time: Duration) async { await self.sleep(until: time, unless: nil) }

    /// Waits for news after a mark, until a time; returns at once when the task is cancelled.
    func sleep(until time: Duration, unless mark: Int?) async {
        let id = self.nextID()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isLate = self.state.withLock { state -> Bool in
                    if let mark, state.news > mark { return true }
                    state.sleepers.append(
                        Sleeper(id: id, wakes: time, hearsNews: mark != nil, continuation: continuation))
                    return false
                }
                if isLate { return continuation.resume() }
                if Task.isCancelled { self.wake(id) }
            }
        } onCancel: {
            self.wake(id)
        }
    }

    /// Sleeps in the world's time, cancelled or not.
    func sleepThrough(until time: Duration) async {
        let id = self.nextID()
        await withCheckedContinuation { continuation in
            self.state.withLock {
                $0.sleepers.append(Sleeper(id: id, wakes: time, hearsNews: false, continuation: continuation))
            }
        }
    }

    private func nextID() -> Int {
        self.state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    private func wake(_ id: Int) {
        let sleeper = self.state.withLock { state -> Sleeper? in
            state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0) }
        }
        sleeper?.continuation.resume()
    }
}
