import Foundation

/// How many instructions each loop took for one event or command when somebody last looked, from
/// `Benchmarks/instructions.json`.
struct InstructionThresholds: Sendable {
    /// A tenth more fails.
    private static let allowance = 1.1

    private let committed: [String: Double]

    /// - Throws: ``BenchFailure`` when the file is missing or says something else.
    init(home: String) throws {
        let file = URL(filePath: home).appending(path: "Benchmarks/instructions.json")
        do {
            self.committed = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: file))
        } catch {
            throw BenchFailure("expected instructions by loop in \(file.path) but \(error)")
        }
    }

    init(_ committed: [CountedLoop: Double]) {
        self.committed = Dictionary(uniqueKeysWithValues: committed.map { ($0.rawValue, $1) })
    }

    static let head = Self.columns("loop", "instructions each", "committed", "ratio", "")

    /// What to say about a count, and whether it is too many.
    func line(of loop: CountedLoop, _ count: Double) throws -> (text: String, isWorse: Bool) {
        guard let before = self.committed[loop.rawValue] else {
            throw BenchFailure("expected '\(loop.rawValue)' in Benchmarks/instructions.json but found it missing")
        }
        let ratio = count / before
        let isWorse = ratio > Self.allowance
        let verdict = isWorse ? "MORE THAN \(Self.allowance) × COMMITTED" : "good"
        let text = Self.columns(
            loop.rawValue, Int(count).grouped, Int(before).grouped, String(format: "%.3f", ratio), verdict)
        return (text, isWorse)
    }

    private static func columns(_ texts: String...) -> String {
        zip(texts, [10, 20, 14, 8, 0]).map { text, width in
            text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
        }.joined(separator: " ")
    }
}
