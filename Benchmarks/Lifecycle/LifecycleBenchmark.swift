import RedressalTesting

/// Complaints from filing to confirmation over HTTP, sign-in required, beside the same requests to a plain CRUD service over
/// the same PostgreSQL.
struct LifecycleBenchmark: Benchmark {
    static let name = "lifecycle"
    /// Requests a second, and milliseconds.
    private static let budget = (rate: 1000.0, time: 100.0)
    private static let shareOfEmpty = 0.9

    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    func run(_ report: inout BenchReport) async throws {
        for log in self.settings.size(quick: [LogKind.postgres], full: LogKind.allCases) {
            var empty: LifecycleFigures?
            for cases in self.sizes(log) {
                let peer = try await CrudSystem.with(cases: cases) { try await self.run($0.port, $0.tokens) }
                let ours = try await ServedSystem.with(log, cases: cases) { try await self.run($0.port, $0.tokens) }
                let place = "\(log.rawValue), \(cases.grouped) cases"
                report.add(self.rows(ours, beside: peer, place))
                report.add(ours.rows(place))
                if log == .postgres { report.add(peer.rows("CRUD, \(cases.grouped) cases")) }
                guard let first = empty else {
                    empty = ours
                    continue
                }
                report.add([
                    .share(
                        "lifecycles over those of an empty database; \(place)", "lifecycles/s", ours.lifecycles,
                        limit: first.lifecycles, atLeast: Self.shareOfEmpty)
                ])
            }
        }
    }

    /// The test broker keeps every record in memory: a million cases would be gigabytes there.
    private func sizes(_ log: LogKind) -> [Int] {
        self.settings.size(
            quick: [0, 10_000], full: log == .kafka ? [0, 100_000] : [0, 100_000, 1_000_000])
    }

    private func run(_ port: Int, _ tokens: [String: String]) async throws -> LifecycleFigures {
        try await LifecycleRun(
            port: port, tokens: tokens, people: 32, seconds: self.settings.size(quick: 5, full: 30)
        ).figures()
    }

    private func rows(_ ours: LifecycleFigures, beside peer: LifecycleFigures, _ place: String) -> [BenchRow] {
        [
            .rate(
                "lifecycles over HTTP; \(place)", "lifecycles/s", ours.lifecycles, limit: peer.lifecycles, atLeast: nil),
            .rate(
                "requests over HTTP; \(place)", "requests/s", ours.requests, limit: peer.requests,
                atLeast: Self.budget.rate),
            .most("a request, p50; \(place)", "ms", ours.time(0.5), limit: peer.time(0.5), atMost: nil),
            .most("a request, p95; \(place)", "ms", ours.time(0.95), limit: peer.time(0.95), atMost: Self.budget.time),
            .most("a request, p99; \(place)", "ms", ours.time(0.99), limit: peer.time(0.99), atMost: nil),
        ]
    }
}
