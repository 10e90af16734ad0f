import Foundation

/// The ratios that a change must not make worse, as `Benchmarks/thresholds.json` has them: never seconds, which say more
/// about the machine than about us.
struct Thresholds: Decodable, Sendable {
    /// By the row's name.
    let ratios: [String: Bounds]

    /// What a ratio must keep to.
    struct Bounds: Decodable, Sendable {
        let atLeast: Double?
        let atMost: Double?
    }

    /// What became of the thresholds in one run.
    struct Verdict: Hashable, Sendable {
        /// One line for each ratio that is worse.
        var worse: [String] = []
        /// Thresholds without a row.
        var unmeasured: [String] = []
        /// How many ratios are good enough.
        var held = 0
    }

    /// - Throws: ``BenchFailure`` when the file is missing or says something else.
    init(home: String) throws {
        let file = URL(filePath: home).appending(path: "Benchmarks/thresholds.json")
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
        } catch {
            throw BenchFailure("expected ratios by row in \(file.path) but \(error)")
        }
    }

    /// Compares the rows that have a threshold.
    func verdict(on rows: [BenchRow]) -> Verdict {
        var verdict = Verdict()
        for (name, bounds) in self.ratios.sorted(by: { $0.key < $1.key }) {
            guard let ratio = rows.first(where: { $0.name == name })?.ratio else {
                verdict.unmeasured.append(name)
                continue
            }
            if let floor = bounds.atLeast, ratio < floor {
                verdict.worse.append("\(name): expected a ratio of at least \(floor) but found \(Self.text(ratio))")
            } else if let ceiling = bounds.atMost, ratio > ceiling {
                verdict.worse.append("\(name): expected a ratio of at most \(ceiling) but found \(Self.text(ratio))")
            } else {
                verdict.held += 1
            }
        }
        return verdict
    }

    private static func text(_ ratio: Double) -> String { String(format: "%.2f", ratio) }
}
