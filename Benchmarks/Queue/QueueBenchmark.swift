import RedressalTesting

@testable import Redressal

/// How long an office's queue takes at the server among many open cases, for programs and as a page, with how many are in each
/// queue.
struct QueueBenchmark: Benchmark {
    static let name = "queue"
    /// Milliseconds.
    private static let budget = 200.0

    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    /// What is looked at.
    private static let looks = [
        ("the queue as JSON", "/queues/office?limit=50"), ("how many are in each queue, as JSON", "/queues"),
        ("the queue as a page", "/console/queues/office"), ("the overdue queue as a page", "/console/queues/overdue"),
    ]

    func run(_ report: inout BenchReport) async throws {
        let cases = self.settings.size(quick: 5000, full: 50_000)
        let rows = try await ServedSystem.with(.postgres, cases: cases) { system in
            try await LoadConnection.with(port: system.port) { connection in
                var rows: [BenchRow] = []
                for (name, path) in Self.looks {
                    let request = LoadRequest.get(path, by: system.tokens[DemoSeat.citizensOffice.user] ?? "")
                    rows += try await self.rows("\(name); \(cases.grouped) open cases", request, &connection)
                }
                return rows
            }
        }
        report.add(rows)
    }

    private func rows(
        _ name: String, _ request: LoadRequest, _ connection: inout LoadConnection
    ) async throws -> [BenchRow] {
        var times: [Double] = []
        for _ in 0..<self.settings.size(quick: 50, full: 200) {
            let start = ContinuousClock.now
            _ = try await connection.send(request).done(request)
            times.append(start.duration(to: .now) / .milliseconds(1))
        }
        return [
            .most("\(name), p50", "ms", Quantiles(times).at(0.5), atMost: nil),
            .most("\(name), p95", "ms", Quantiles(times).at(0.95), atMost: Self.budget),
        ]
    }
}
