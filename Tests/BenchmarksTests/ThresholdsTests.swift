import Foundation
import Testing

@testable import Benchmarks

/// What a change must not make worse.
struct ThresholdsTests {
    private let home = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path

    private func thresholds(_ json: String) throws -> Thresholds {
        try JSONDecoder().decode(Thresholds.self, from: Data(json.utf8))
    }

    @Test func tellsWorseRatiosFromGoodOnesAndThoseNobodyMeasured() throws {
        let thresholds = try self.thresholds(
            """
            {"ratios": {"few": {"atLeast": 0.5}, "gone": {"atLeast": 1}, "good": {"atLeast": 0.5}, "much": {"atMost": 2}}}
            """)
        let verdict = thresholds.verdict(on: [
            .share("few", "1/s", 4, limit: 10, atLeast: 0.9), .share("good", "1/s", 5, limit: 10, atLeast: 0.9),
            .times("much", "ms", 25, of: (10, "quiet"), atMost: 9), .rate("other", "1/s", 1, limit: 9, atLeast: nil),
        ])
        #expect(
            verdict
                == Thresholds.Verdict(
                    worse: [
                        "few: expected a ratio of at least 0.5 but found 0.40",
                        "much: expected a ratio of at most 2.0 but found 2.50",
                    ], unmeasured: ["gone"], held: 1))
    }

    @Test func readsWhatIsCommitted() throws {
        let ratios = try Thresholds(home: self.home).ratios
        #expect(!ratios.isEmpty)
        #expect(ratios.values.allSatisfy { ($0.atLeast == nil) != ($0.atMost == nil) })
    }

    @Test func refusesAFolderWithoutThem() {
        #expect(throws: BenchFailure.self) { try Thresholds(home: "/nowhere") }
    }
}
