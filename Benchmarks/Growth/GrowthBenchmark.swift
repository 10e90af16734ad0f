/// What one more command, timer, event and page cost with few cases and with many; and with most, how soon a partition is
/// taken over and what a case takes of memory.
struct GrowthBenchmark: Benchmark {
    static let name = "growth"
    /// How much more each may cost among the most cases than among the fewest.
    private static let budget = 1.2

    private let settings: BenchSettings
    private let sizes: [Int]

    init(_ settings: BenchSettings) {
        self.settings = settings
        self.sizes = settings.size(quick: [2000, 10_000, 50_000], full: [10_000, 100_000, 1_000_000])
    }

    func run(_ report: inout BenchReport) async throws {
        // The smallest again after each of the others: a machine that is shared is not the same after minutes.
        var small: [GrowthFigures] = [try await self.figures(self.sizes[0])]
        var others: [GrowthFigures] = []
        for size in self.sizes.dropFirst() {
            others.append(try await self.figures(size))
            small.append(try await self.figures(self.sizes[0]))
        }
        let found = [GrowthFigures(medianOf: small)] + others
        for figures in found { report.add(figures.rows()) }
        report.add(self.growth(from: found[0], to: found[found.count - 1]))
        report.add(self.budgets(found[found.count - 1]))
    }

    /// As many of each as the smallest has, half of its cases for the commands and half for the timers.
    private func figures(_ cases: Int) async throws -> GrowthFigures {
        try await GrowthRun(
            cases: cases, sample: self.sizes[0] / 2, pages: self.settings.size(quick: 100, full: 400)
        ).figures()
    }

    private func growth(from small: GrowthFigures, to large: GrowthFigures) -> [BenchRow] {
        let costs = zip(small.costs, large.costs).filter { $0.0.grows }
            .map { (name: $0.name, growth: $1.value / $0.value) }
        let takeOver = (name: "a take-over", growth: large.takeOver / small.takeOver)
        return (costs + [takeOver]).map { cost in
            .times(
                "growth of the cost of \(cost.name)", "× \(self.sizes[0].grouped) to \(self.sizes[2].grouped)",
                cost.growth, of: (1, "the smallest"), atMost: Self.budget)
        }
    }

    private func budgets(_ figures: GrowthFigures) -> [BenchRow] {
        [
            .most(
                "take-over of a partition", "s, \(figures.cases.grouped) cases", figures.takeOver,
                // Said of a million cases; fewer prove nothing.
                atMost: figures.cases >= 1_000_000 ? 2 : nil),
            .most(
                "memory of engine and worker, per open case", "B, \(figures.cases.grouped) cases",
                figures.bytesPerCase, atMost: 1024),
        ]
    }
}
