import Synchronization

extension MetricsRegistry {
    /// Shows a figure that was found, counters included, in place of the one before.
    package func show(_ metric: MetricDefinition, _ dimensions: [(String, String)] = [], _ value: Double) {
        guard case .number(let cell) = self.cell(metric.name, dimensions) else { return }
        cell.set(value)
    }

    /// Shows the present as a histogram.
    ///
    /// - Parameter figures: As many buckets as the definition has.
    func show(_ metric: MetricDefinition, _ figures: HistogramCell.Figures) {
        guard figures.counts.count == metric.buckets.count + 1,
            case .histogram(let cell) = self.cell(metric.name, [])
        else { return }
        cell.replace(figures)
    }

    /// Leaves metrics out until there are figures again: an old figure would look like a true one.
    package func leaveOut(_ metrics: [MetricDefinition]) {
        let names = Set(metrics.map(\.name))
        self.state.withLock { state in state.cells = state.cells.filter { !names.contains($0.key.name) } }
    }
}
