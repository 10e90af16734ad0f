import CoreMetrics
import Logging
import Postgres
import Redressal
import Synchronization

/// Gets the figures that have to be asked for, now and then, so that showing metrics asks nobody and never waits.
package final class MetricsSampler: Sendable {
    /// Which figures a process shows.
    package struct Subjects: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Commands that wait, of the partitions decided here.
        package static let commands = Subjects(rawValue: 1)
        /// Lag, timers, overdue and flagged cases, and what PostgreSQL tells of itself.
        package static let readModels = Subjects(rawValue: 2)
        /// How far the index is behind.
        package static let search = Subjects(rawValue: 4)
    }

    /// How often ends and positions are compared, and every how many times the dearer questions are asked.
    private static let interval = Duration.seconds(5)
    private static let roundsBetween = 3

    private struct State {
        var staleness: [Int: StalenessClock] = [:]
        var succeeded: ContinuousClock.Instant?
        var rounds = 0
    }

    private let subjects: Subjects
    private let registry: MetricsRegistry
    private let telemetry: Telemetry
    private let log: any Log
    private let views: ReadModels
    private let pace: any Clock<Duration>
    private let logger: Logger
    private let began = ContinuousClock.now
    private let state = Mutex(State())

    /// - Parameter pace: What it waits by.
    package init(
        _ subjects: Subjects, registry: MetricsRegistry, telemetry: Telemetry, log: any Log, views: ReadModels,
        pace: any Clock<Duration> = ContinuousClock(), logger: Logger
    ) {
        self.subjects = subjects
        self.registry = registry
        self.telemetry = telemetry
        self.log = log
        self.views = views
        self.pace = pace
        self.logger = logger
        _ = telemetry.counter(.samplesFailed)
    }

    /// Runs until the task is cancelled.
    package func run() async {
        let pulse = self.telemetry.loops.begin("sampler of figures")
        while !Task.isCancelled {
            await self.sample()
            pulse.pass()
            try? await self.pace.sleep(for: Self.interval)
        }
        self.telemetry.loops.end(pulse)
    }

    /// Gets one round of figures; those that cannot be got are left out.
    package func sample() async {
        do {
            try await self.sampleLog()
            if self.subjects.contains(.readModels) {
                try await self.sampleLag()
                if self.isDearRound() { try await self.sampleDatabase() }
            }
            if self.subjects.contains(.search) { try await self.sampleIndex() }
            self.state.withLock { $0.succeeded = .now }
        } catch {
            self.registry.leaveOut(Self.asked)
            // The next round that succeeds asks everything.
            self.state.withLock { $0.rounds = 0 }
            self.telemetry.counter(.samplesFailed).increment()
            self.logger.debug("figures cannot be got", metadata: ["reason": "\(error)"])
        }
    }

    /// For how long no round has succeeded.
    package var age: Duration { (self.state.withLock(\.succeeded) ?? self.began).duration(to: .now) }

    private func isDearRound() -> Bool {
        self.state.withLock { state in
            defer { state.rounds += 1 }
            return state.rounds % Self.roundsBetween == 0
        }
    }

    private func sampleLog() async throws {
        self.registry.show(.partitions, [], Double(self.log.partitionCount))
        guard self.subjects.contains(.commands) else { return }
        self.registry.leaveOut([.commandsWaiting])
        for (partition, standing) in self.telemetry.partitions.standings {
            guard case .served(let position) = standing else { continue }
            let end = try await self.log.end(of: .commands, partition: partition)
            self.registry.show(
                .commandsWaiting, [(MetricLabel.partition.name, "\(partition)")], Double(max(0, end - position)))
        }
    }

    private func sampleLag() async throws {
        let positions = try await self.views.positions()
        let now = self.began.duration(to: .now)
        for (partition, end) in try await self.log.ends(of: .events) {
            let position = positions[partition] ?? 0
            let waiting = self.state.withLock { state in
                state.staleness[partition, default: StalenessClock()].look(position: position, end: end, at: now)
            }
            let labels = [
                (MetricLabel.projection.name, ReadSet.live.rawValue), (MetricLabel.partition.name, "\(partition)"),
            ]
            self.registry.show(.lag, labels, Double(max(0, end - position)))
            self.registry.show(.freshness, labels, waiting.inSeconds)
        }
    }

    private func sampleIndex() async throws {
        let positions = try await self.views.indexedPositions()
        for (partition, end) in try await self.log.ends(of: .events) {
            self.registry.show(
                .indexLag, [(MetricLabel.partition.name, "\(partition)")],
                Double(max(0, end - (positions[partition] ?? 0))))
        }
    }

    private func sampleDatabase() async throws {
        let figures = PostgresFigures(pool: self.views.pool)
        let now = self.telemetry.clock.now()
        let due = try await figures.timersDue(at: now)
        self.registry.show(.timersDue, [], Double(due.count))
        let late = due.oldest.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
        self.registry.show(.oldestDue, [], Double(late) / 1000)
        self.registry.show(.overdueAge, try await figures.overdueAge(at: now))
        let flagged = try await figures.flagged()
        self.registry.show(.parkedCases, [], Double(flagged.parked))
        self.registry.show(.orphans, [], Double(flagged.orphans))
        self.registry.show(.voidRecords, [], Double(flagged.voids))
        let syncs = try await figures.walSyncs()
        if let count = syncs.count { self.registry.show(.walSyncs, [], Double(count)) }
        if let seconds = syncs.seconds { self.registry.show(.walSyncTime, [], seconds) }
    }

    /// What is left out while nobody can tell.
    private static let asked: [MetricDefinition] = [
        .commandsWaiting, .lag, .freshness, .timersDue, .oldestDue, .overdueAge, .parkedCases, .orphans, .voidRecords,
        .walSyncs, .walSyncTime, .indexLag,
    ]
}
