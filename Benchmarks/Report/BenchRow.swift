/// One figure beside the limit that bounds it and the budget it has.
struct BenchRow: Codable, Sendable {
    let name: String
    let unit: String
    let figure: Double
    /// What the machine can do at best in the same run, in the same unit; nil when nothing raw compares.
    let limit: Double?
    /// The figure over the limit, or over the other figure that the budget compares with.
    let ratio: Double?
    /// The budget in words, as docs/performance.md has it; nil for a figure without one.
    let budget: String?
    let met: Bool?
}

extension BenchRow {
    /// Every key is there, null for what the row has not: programs that read it need not ask.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.name, forKey: .name)
        try container.encode(self.unit, forKey: .unit)
        try container.encode(self.figure, forKey: .figure)
        try container.encode(self.limit, forKey: .limit)
        try container.encode(self.ratio, forKey: .ratio)
        try container.encode(self.budget, forKey: .budget)
        try container.encode(self.met, forKey: .met)
    }

    /// A figure of which more is better.
    ///
    /// - Parameter floor: The least that is enough.
    static func rate(
        _ name: String, _ unit: String, _ figure: Double, limit: Double?, atLeast floor: Double?
    ) -> BenchRow {
        BenchRow(
            name: name, unit: unit, figure: figure, limit: limit, ratio: limit.map { figure / $0 },
            budget: floor.map { "≥ \(BenchReport.number($0)) \(unit)" }, met: floor.map { figure >= $0 })
    }

    /// A figure that must reach a part of its limit; undecided where the figure is above it, for then it was no limit.
    static func share(
        _ name: String, _ unit: String, _ figure: Double, limit: Double, atLeast share: Double
    ) -> BenchRow {
        BenchRow(
            name: name, unit: unit, figure: figure, limit: limit, ratio: figure / limit,
            budget: "≥ \(share) × limit", met: figure > limit ? nil : figure / limit >= share)
    }

    /// A figure of which less is better.
    ///
    /// - Parameter ceiling: The most that is allowed.
    static func most(
        _ name: String, _ unit: String, _ figure: Double, limit: Double? = nil, atMost ceiling: Double?
    ) -> BenchRow {
        BenchRow(
            name: name, unit: unit, figure: figure, limit: limit, ratio: limit.map { figure / $0 },
            budget: ceiling.map { "≤ \(BenchReport.number($0)) \(unit)" }, met: ceiling.map { figure <= $0 })
    }

    /// A figure that is compared with another of the same unit, of which less is better.
    ///
    /// - Parameters:
    ///   - other: What it is compared with, and the words for it.
    ///   - ceiling: How many times the other it may be.
    static func times(
        _ name: String, _ unit: String, _ figure: Double, of other: (Double, String), atMost ceiling: Double
    ) -> BenchRow {
        BenchRow(
            name: name, unit: unit, figure: figure, limit: nil, ratio: figure / other.0,
            budget: "≤ \(ceiling) × \(other.1)", met: figure / other.0 <= ceiling)
    }
}
