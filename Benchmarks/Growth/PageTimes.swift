import RedressalRuntime
import RedressalTesting

@testable import Redressal

/// How long the pages take that people look at all day.
struct PageTimes {
    let system: TestSystem
    let seed: OpenCases
    /// How often each is asked for.
    let count: Int

    private var offices: [String] { ComplaintLife.seats.map(\.office) }

    func costs() async throws -> [GrowthFigures.Cost] {
        let views = self.system.views
        return try await self.costs("an office's queue") { number in
            _ = try await views.page(self.filter(number), after: nil, limit: 50)
        }
            + self.costs("an office's cases in a rare state") { number in
                var filter = self.filter(number)
                filter.state = "resolved"
                _ = try await views.page(filter, after: nil, limit: 50)
            }
            + self.costs("an office's overdue cases") { number in
                var filter = self.filter(number)
                filter.overdue = true
                _ = try await views.page(filter, after: nil, limit: 50)
            }
            + self.costs("a case by its tracking number") { number in
                let id = self.seed.life(number * (self.seed.count / self.count)).id
                guard try await views.find(TrackingReference.make(for: id)) != nil else {
                    throw BenchFailure("expected case \(id) in the read models but there is none")
                }
            }
    }

    private func filter(_ number: Int) -> CaseFilter {
        var filter = CaseFilter()
        filter.office = self.offices[number % self.offices.count]
        return filter
    }

    private func costs(_ name: String, _ ask: (Int) async throws -> Void) async throws -> [GrowthFigures.Cost] {
        var times: [Double] = []
        for number in 0..<self.count {
            let start = ContinuousClock.now
            try await ask(number)
            times.append(start.duration(to: .now) / .milliseconds(1))
        }
        let quantiles = Quantiles(times)
        return [
            .init(name: "\(name), p50", unit: "ms", value: quantiles.at(0.5)),
            .init(name: "\(name), p99", unit: "ms", value: quantiles.at(0.99), grows: false),
        ]
    }
}
