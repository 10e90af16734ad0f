import Redressal

/// How much somebody has to do, as a line of a table.
struct LoadLine: Sendable {
    private let figures: LoadFigures
    private let speech: Speech

    init(_ figures: LoadFigures, _ speech: Speech) {
        self.figures = figures
        self.speech = speech
    }

    /// - Parameter names: Whose line it is.
    func values(_ names: [String: String]) -> [String: any Sendable] {
        let tooFew = self.speech("load.too_few")
        var values: [String: any Sendable] = [
            "cases": self.figures.cases, "open": self.figures.open, "overdue": self.figures.overdue,
            "reopened": self.figures.reopenedPercent.map { "\($0) %" } ?? tooFew,
            "paused": self.figures.pausedPercent.map { "\($0) %" } ?? tooFew,
        ]
        for (index, count) in self.figures.ages.enumerated() { values["age\(index)"] = count }
        return values.merging(names) { $1 }
    }
}
