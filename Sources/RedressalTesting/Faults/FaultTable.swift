import Foundation

/// The rows as a table in Markdown.
package enum FaultTable {
    /// - Returns: A line a row and one for all of them.
    package static func text(_ rows: [FaultRow]) -> String {
        let head = """
            | fault | log | runs | lost | duplicated | diverged | stuck | recovery, s: median | p99 | since it began: median | p99 | latest timer, s |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """
        return ([head] + rows.map(self.line) + [self.total(rows)]).joined(separator: "\n")
    }

    private static func line(_ row: FaultRow) -> String {
        let counts = [row.runs, row.lost, row.duplicated, row.diverged, row.stuck].map { "\($0)" }
        return self.line([row.fault, row.log] + counts + self.times([row]))
    }

    private static func total(_ rows: [FaultRow]) -> String {
        let sums = [\FaultRow.runs, \.lost, \.duplicated, \.diverged, \.stuck].map { path in
            "\(rows.map { $0[keyPath: path] }.reduce(0, +))"
        }
        return self.line(["all", ""] + sums + self.times(rows))
    }

    private static func times(_ rows: [FaultRow]) -> [String] {
        let samples = [rows.flatMap(\.recovery), rows.flatMap(\.recovery_since_beginning)]
        return samples.flatMap { [self.quantile(0.5, of: $0), self.quantile(0.99, of: $0)] }
            + [String(format: "%.1f", rows.map(\.lateness).max() ?? 0)]
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// The smallest sample that is not below so much of them.
    private static func quantile(_ part: Double, of samples: [Double]) -> String {
        guard !samples.isEmpty else { return "–" }
        let index = Int((part * Double(samples.count)).rounded(.up)) - 1
        return String(format: "%.2f", samples.sorted()[max(0, index)])
    }
}
