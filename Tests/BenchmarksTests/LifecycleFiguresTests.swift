import Foundation
import Testing

@testable import Benchmarks

/// What is said of complaints over HTTP.
struct LifecycleFiguresTests {
    @Test func countsRequestsAndLifecyclesASecond() {
        var one = LifecycleFigures(seconds: 2)
        for step in LifeStep.allCases { one.note(step, .milliseconds(10)) }
        var both = one
        both.add(one)
        #expect(both.requests == 9)
        #expect(both.lifecycles == 1)
        #expect(both.time(0.99) == 10)
    }

    @Test func saysHalfOfTheTimeAndWhatFewExceedOfEachStep() {
        var figures = LifecycleFigures(seconds: 1)
        for time in 1...100 { figures.note(.create, .milliseconds(time)) }
        let rows = figures.rows("postgres, 0 cases")
        #expect(rows.count == 3 * LifeStep.allCases.count)
        #expect(
            rows.prefix(3).map(\.name) == [50, 95, 99].map { "create, p\($0); postgres, 0 cases" })
        #expect(rows.prefix(3).map(\.figure) == [50, 95, 99])
    }

    /// The peer and we are asked for the same.
    @Test(arguments: LifeStep.allCases) func everyStepIsARequestThatCanBeRead(_ step: LifeStep) throws {
        let life = HTTPLife(number: 7, tokens: ["portal": "p", "u-105": "w", "u-106": "t"])
        let request = life.request(step, on: "case-1")
        #expect(request.path.hasPrefix("/"))
        guard let body = request.body else { return }
        let read = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        #expect(read?["actor"] != nil)
        #expect(step == .create || request.path == "/cases/case-1/actions/\(step.action)")
    }
}

extension LifeStep {
    /// What the workflow calls it.
    fileprivate var action: String { self == .resolve ? "propose_resolution" : self.rawValue }
}
