import Foundation
import Postgres
import RedressalTesting

/// Complaints that come faster and faster: those that are taken are taken in time, the others are told when to come again, and
/// nothing that was taken is lost.
struct BurstsBenchmark: Benchmark {
    static let name = "bursts"
    /// A second.
    private static let rates = [1, 35, 350, 3500]
    /// Up to here nobody may be sent away.
    private static let usual = 35
    /// Milliseconds.
    private static let budget = 100.0
    /// Enough for all that are answered at a time and for those that are sent away meanwhile.
    private static let connections = 512

    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    private struct Opened: Decodable { let `case`: String }

    func run(_ report: inout BenchReport) async throws {
        for log in self.settings.size(quick: [LogKind.postgres], full: LogKind.allCases) {
            let rows = try await ServedSystem.with(log, cases: 0) { system in
                _ = try await LifecycleRun(port: system.port, tokens: system.tokens, people: 8, seconds: 1).figures()
                var (rows, taken): ([BenchRow], Set<String>) = ([], [])
                for rate in Self.rates {
                    let results = try await self.burst(rate, system)
                    rows += try self.rows(results, at: rate, "\(rate)/s, \(log.rawValue)")
                    for result in results where result.reply.status == 201 {
                        taken.insert(try result.reply.json(Opened.self).case)
                    }
                }
                return rows + [try await self.missing(taken, system)]
            }
            report.add(rows)
        }
    }

    private func burst(_ rate: Int, _ system: ServedSystem) async throws -> [OpenLoop.Result] {
        let loop = OpenLoop(
            port: system.port, rate: rate, seconds: self.settings.size(quick: 3, full: 15),
            connections: Self.connections)
        return try await loop.run { HTTPLife(number: $0, tokens: system.tokens).request(.create, on: "") }
    }

    /// - Throws: ``BenchFailure`` for an answer that is neither a case nor a wish to come again.
    private func rows(_ results: [OpenLoop.Result], at rate: Int, _ place: String) throws -> [BenchRow] {
        let taken = results.filter { $0.reply.status == 201 }
        let refused = results.filter { $0.reply.status != 201 }
        for refusal in refused where refusal.reply.status != 503 || refusal.reply.retryAfter == nil {
            throw BenchFailure(
                "expected 201, or 503 with Retry-After, but found \(refusal.reply.status): \(refusal.reply.text)")
        }
        guard !taken.isEmpty else { throw BenchFailure("expected some to be taken at \(place) but all were sent away") }
        let share = Double(taken.count) / Double(results.count)
        let times = Quantiles(taken.map(\.time))
        return [
            .rate("burst, share taken; \(place)", "of 1", share, limit: nil, atLeast: rate <= Self.usual ? 1 : nil),
            .most("burst, taken, p50; \(place)", "ms", times.at(0.5), atMost: nil),
            .most("burst, taken, p95; \(place)", "ms", times.at(0.95), atMost: Self.budget),
        ] + self.sentAway(refused, place)
    }

    private func sentAway(_ refused: [OpenLoop.Result], _ place: String) -> [BenchRow] {
        guard !refused.isEmpty else { return [] }
        return [.most("burst, sent away, p95; \(place)", "ms", Quantiles(refused.map(\.time)).at(0.95), atMost: nil)]
    }

    /// How many cases that were acknowledged are not in the read models once these have caught up.
    private func missing(_ taken: Set<String>, _ system: ServedSystem) async throws -> BenchRow {
        try await system.sandbox.settle()
        let there = Set(try await system.sandbox.database.texts("SELECT case_id FROM read.case_current"))
        let missing = taken.subtracting(there).count
        return .most(
            "bursts, taken and not there afterwards; \(system.sandbox.log.rawValue)", "of \(taken.count.grouped) cases",
            Double(missing), atMost: 0)
    }
}
