/// What was measured among a number of open cases.
struct GrowthFigures: Sendable {
    /// What one more of something costs.
    struct Cost: Sendable {
        let name: String
        let unit: String
        let value: Double
        /// Whether its growth has a budget; the slowest of few samples says too little.
        var grows = true
    }

    let cases: Int
    let costs: [Cost]
    /// Seconds from an engine's start to its first answer, with all the cases in one partition.
    let takeOver: Double
    /// What engine and worker keep in memory.
    let bytes: Double

    var bytesPerCase: Double { self.bytes / Double(self.cases) }

    func rows() -> [BenchRow] {
        self.costs.map { cost in
            .most("\(cost.name), \(self.cases.grouped) open cases", cost.unit, cost.value, atMost: nil)
        } + [
            .most("take-over, \(self.cases.grouped) open cases", "s", self.takeOver, atMost: nil),
            .most("memory, \(self.cases.grouped) open cases", "MB", self.bytes / 1e6, atMost: nil),
        ]
    }
}

extension GrowthFigures {
    /// The middle one of each of several measurements of the same.
    ///
    /// - Parameter several: At least one, with the same costs in the same order.
    init(medianOf several: [GrowthFigures]) {
        let median = { (value: (GrowthFigures) -> Double) in Quantiles(several.map(value)).at(0.5) }
        self.init(
            cases: several[0].cases,
            costs: several[0].costs.enumerated().map { index, cost in
                Cost(name: cost.name, unit: cost.unit, value: median { $0.costs[index].value }, grows: cost.grows)
            },
            takeOver: median(\.takeOver), bytes: median(\.bytes))
    }
}
