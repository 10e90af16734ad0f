import Crypto
import Foundation

@testable import Redressal

/// Deciding, folding and verifying in memory, on one core.
struct CoreBenchmark: Benchmark {
    static let name = "core"
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    func run(_ report: inout BenchReport) async throws {
        let history = try CoreHistory(cases: self.settings.size(quick: 500, full: 3000), home: self.settings.home)
        report.add([try self.fold(history), try self.read(history), self.hash(history), try self.decide(history)])
    }

    /// Events that are read already, folded into states.
    private func fold(_ history: CoreHistory) throws -> BenchRow {
        let events = history.events.map { LoggedEvent($0) }
        let rate = try Rate.perCore(of: events.count) {
            var fold = PartitionFold()
            for event in events { _ = fold.absorb(event) }
            guard fold.accepted == events.count else { throw BenchFailure("\(fold.voids) events were void") }
        }
        return .rate("fold events in memory", "events/s", rate, limit: nil, atLeast: 500_000)
    }

    /// Records of the log, read, hashed and folded; the limit is Foundation's reading of the same JSON alone.
    private func read(_ history: CoreHistory) throws -> BenchRow {
        let count = history.events.count
        let rate = Rate.perCore(of: count) {
            var fold = PartitionFold()
            for event in history.events { _ = fold.absorb(LoggedEvent(event)) }
        }
        let decoder = JSONDecoder()
        let values = history.events.compactMap { $0.value.map { Data($0) } }
        let limit = try Rate.perCore(of: count) {
            for value in values { _ = try decoder.decode(EventRecord.self, from: value) }
        }
        return .rate("read and fold records", "events/s", rate, limit: limit, atLeast: 250_000)
    }

    /// The limit is SHA-256 of the same bytes.
    private func hash(_ history: CoreHistory) -> BenchRow {
        let values = history.events.compactMap(\.value)
        let limit = Rate.perCore(of: values.count) {
            for value in values { _ = SHA256.hash(data: value) }
        }
        let rate = Rate.perCore(of: values.count) {
            for value in values { _ = EventHash(of: value) }
        }
        return .rate("hash events", "events/s", rate, limit: limit, atLeast: nil)
    }

    private func decide(_ history: CoreHistory) throws -> BenchRow {
        let rate = Rate.perCore(of: history.commands.count, runs: 3) {
            var engine = PartitionEngine(partition: 0, of: 1)
            _ = try? engine.takeOwnership(by: "bench", now: CoreHistory.start)
            for command in history.commands {
                _ = engine.decide(
                    command, catalog: history.catalog, now: CoreHistory.start.advanced(bySeconds: command.offset))
            }
        }
        return .rate("decide commands in memory", "commands/s", rate, limit: nil, atLeast: nil)
    }
}
