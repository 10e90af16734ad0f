import Logging
import Redressal
import Synchronization

/// Follows the outcomes topic and hands outcomes to those who wait.
final class OutcomeListener: Sendable {
    private struct State {
        var batches: [Int: OutcomeBatch] = [:]
        var nextID = 0
        var waiting: [CommandID: [Int]] = [:]
    }

    private let log: any Log
    private let pace: any Clock<Duration>
    private let logger: Logger
    private let metrics: GatewayMetrics
    private let state = Mutex(State())

    init(log: any Log, pace: any Clock<Duration>, logger: Logger, metrics: GatewayMetrics) {
        self.log = log
        self.pace = pace
        self.logger = logger
        self.metrics = metrics
    }

    /// Registers a batch; do so before its commands are appended.
    func register(_ commands: [Command]) -> (id: Int, batch: OutcomeBatch) {
        let batch = OutcomeBatch(commands)
        return self.state.withLock { state in
            let id = state.nextID
            state.nextID += 1
            state.batches[id] = batch
            for command in commands { state.waiting[command.id, default: []].append(id) }
            return (id, batch)
        }
    }

    func forget(_ id: Int, _ commands: [CommandID]) {
        self.state.withLock { state in
            state.batches[id] = nil
            for command in commands {
                state.waiting[command]?.removeAll { $0 == id }
                if state.waiting[command]?.isEmpty == true { state.waiting[command] = nil }
            }
        }
    }

    /// The offsets to listen from: where the topic ends now.
    func ends() async throws(LogError) -> [Int: Int64] { try await self.log.ends(of: .outcomes) }

    /// Listens until the task is cancelled; a lost connection is taken up again where it broke off.
    func run(from start: [Int: Int64]) async {
        var positions = start
        var backoff = Backoff(self.pace)
        let pulse = self.metrics.begins()
        defer { self.metrics.ends(pulse) }
        while !Task.isCancelled {
            pulse.pass()
            do {
                let reader = try await self.log.reader(of: .outcomes, from: positions)
                do {
                    while !Task.isCancelled {
                        pulse.pass()
                        let batch = try await reader.next(2000, wait: .seconds(5))
                        for record in batch.records { self.take(record) }
                        positions.merge(batch.positions) { $1 }
                        backoff.reset()
                    }
                } catch {
                    await reader.close()
                    throw error
                }
                await reader.close()
            } catch {
                self.logger.warning("outcomes cannot be read", metadata: ["reason": "\(error)"])
                await backoff.wait()
            }
        }
    }

    private func take(_ record: LogRecord) {
        guard let value = record.value, let outcome = try? CanonicalJSON.decode(Outcome.self, from: value) else {
            return
        }
        let batches = self.state.withLock { state in
            (state.waiting[outcome.command] ?? []).compactMap { state.batches[$0] }
        }
        for batch in batches { batch.take(outcome) }
    }
}
