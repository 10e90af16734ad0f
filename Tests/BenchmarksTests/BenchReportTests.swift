import Foundation
import Testing

@testable import Benchmarks

/// What `ops/bench --json` writes: others read it.
struct BenchReportTests {
    @Test func writesEveryKeyOfEveryRow() throws {
        var report = BenchReport()
        report.add([
            .share("engine", "commands/s", 10, limit: 20, atLeast: 0.5),
            .rate("decide", "commands/s", 3, limit: nil, atLeast: nil),
        ])
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try report.write(to: file.path)
        let written = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? NSDictionary
        #expect(
            written == [
                "rows": [
                    [
                        "name": "engine", "unit": "commands/s", "figure": 10, "limit": 20, "ratio": 0.5,
                        "budget": "≥ 0.5 × limit", "met": true,
                    ],
                    [
                        "name": "decide", "unit": "commands/s", "figure": 3, "limit": NSNull(), "ratio": NSNull(),
                        "budget": NSNull(), "met": NSNull(),
                    ],
                ]
            ])
    }

    @Test func saysNeitherMetNorMissedOfAFigureAboveItsLimit() {
        #expect(BenchRow.share("engine", "commands/s", 30, limit: 20, atLeast: 0.5).met == nil)
    }

    @Test func comparesAFigureWithAnother() {
        let row = BenchRow.times("p99", "ms", 30, of: (10, "quiet"), atMost: 2)
        #expect(row.ratio == 3)
        #expect(row.budget == "≤ 2.0 × quiet")
        #expect(row.met == false)
    }
}
