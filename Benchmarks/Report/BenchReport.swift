import Foundation

/// The figures of one run: a table for people, JSON for programs.
struct BenchReport: Codable {
    private(set) var rows: [BenchRow] = []

    mutating func add(_ rows: [BenchRow]) {
        self.rows += rows
        for row in rows { print(Self.line(row)) }
        // A run takes minutes: whoever pipes it wants to see rows as they come.
        fflush(nil)
    }

    static let head = Self.columns("what", "figure", "limit", "ratio", "budget", "met")

    private static func line(_ row: BenchRow) -> String {
        self.columns(
            row.name, "\(self.number(row.figure)) \(row.unit)", row.limit.map(self.number) ?? "–",
            row.ratio.map { String(format: "%.2f", $0) } ?? "–", row.budget ?? "–",
            row.met.map { $0 ? "yes" : "NO" } ?? "–")
    }

    private static func columns(_ texts: String...) -> String {
        zip(texts, [60, 30, 12, 8, 24, 4]).map { text, width in
            text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
        }.joined(separator: " ")
    }

    /// Three figures that count.
    static func number(_ value: Double) -> String {
        switch abs(value) {
        case 100...: String(Int(value.rounded()))
        case 10...: String(format: "%.1f", value)
        default: String(format: "%.2f", value)
        }
    }

    /// Writes `{"rows": […]}`.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(filePath: path))
    }
}
