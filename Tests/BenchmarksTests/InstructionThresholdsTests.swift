import Foundation
import Testing

@testable import Benchmarks

/// How many instructions are too many.
struct InstructionThresholdsTests {
    @Test(arguments: [(1100.0, false), (1101.0, true), (500.0, false)])
    func aTenthMoreIsAllowed(_ count: Double, _ isWorse: Bool) throws {
        #expect(try InstructionThresholds([.fold: 1000]).line(of: .fold, count).isWorse == isWorse)
    }

    @Test func printsCountsAndTheirRatio() throws {
        let line = try InstructionThresholds([.fold: 10_000]).line(of: .fold, 12_345.6)
        #expect(
            line.text.split(separator: " ").joined(separator: " ")
                == "fold 12,345 10,000 1.235 MORE THAN 1.1 × COMMITTED")
    }

    @Test func everyLoopHasACommittedCount() throws {
        let home = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path
        let committed = try InstructionThresholds(home: home)
        for loop in CountedLoop.allCases { #expect(try committed.line(of: loop, 1).isWorse == false) }
    }

    @Test func readsTheCountThatCallgrindWrites() {
        #expect(CallgrindRun.total(in: "events: Ir\nsummary: 28449808\n\nfn=(1)\ntotals: 29510425\n") == 28_449_808)
        #expect(CallgrindRun.total(in: "events: Ir\n") == nil)
    }
}
