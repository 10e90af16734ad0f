import Synchronization

/// Writes metrics in Prometheus' text format, version 0.0.4, in an order that stays.
struct PrometheusText {
    /// The media type of what is written.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Adds one metric with all its series.
    mutating func add(_ definition: MetricDefinition, _ series: [(values: [String], cell: MetricsRegistry.Cell)]) {
        guard !series.isEmpty else { return }
        self.text += "# HELP \(definition.name) \(Self.escaped(help: definition.help))\n"
        self.text += "# TYPE \(definition.name) \(definition.kind.rawValue)\n"
        let names = definition.labels.map(\.name)
        for (values, cell) in series.sorted(by: { $0.values.lexicographicallyPrecedes($1.values) }) {
            let labels = Array(zip(names, values))
            switch cell {
            case .number(let number): self.line(definition.name, labels, number.value)
            case .histogram(let histogram): self.add(definition, labels, histogram.figures)
            }
        }
    }

    private mutating func add(
        _ definition: MetricDefinition, _ labels: [(String, String)], _ figures: HistogramCell.Figures
    ) {
        var total: Int64 = 0
        for (bound, count) in zip(definition.buckets + [.infinity], figures.counts) {
            total += count
            self.line(definition.name + "_bucket", labels + [("le", Self.number(bound))], Double(total))
        }
        self.line(definition.name + "_sum", labels, figures.sum)
        self.line(definition.name + "_count", labels, Double(total))
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        self.text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.0)=\"\(Self.escaped(value: $0.1))\"" }
            self.text += "{\(pairs.joined(separator: ","))}"
        }
        self.text += " \(Self.number(value))\n"
    }

    /// A number as the format has it: whole ones without a point.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value) { return String(whole) }
        return "\(value)"
    }

    static func escaped(help: String) -> String {
        help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    static func escaped(value: String) -> String { self.escaped(help: value).replacing("\"", with: "\\\"") }
}

extension MetricsRegistry {
    /// The media type of ``text()``.
    package static let mediaType = PrometheusText.mediaType

    /// All metrics in Prometheus' text format, by name and labels.
    package func text() -> String {
        let cells = self.state.withLock(\.cells)
        var byName: [String: [(values: [String], cell: Cell)]] = [:]
        for (series, cell) in cells { byName[series.name, default: []].append((series.values, cell)) }
        var text = PrometheusText()
        for (name, series) in byName.sorted(by: { $0.key < $1.key }) {
            if let definition = self.definitions[name] { text.add(definition, series) }
        }
        return text.text
    }
}
