import Foundation
import Redressal
import RedressalTesting
import Testing

/// Random walks over the shipped workflows: whatever people, time and downtime do, what a scenario checks after every
/// step holds (numbers, chain, fold equal to decision, timers, levels, ends).
@Suite struct RandomWalkTests {
    @Test(arguments: try ShippedWorkflows.names(), 0..<6)
    func everyStepKeepsThePromises(_ workflow: String, _ seed: Int) throws {
        var walk = try RandomWalk(workflow, seed: UInt64(seed))
        for _ in 0..<80 { try walk.step() }
        // Some cases are withdrawn or handed over at once.
        #expect(walk.accepted > 1)
        #expect(walk.scenario.log.count > walk.accepted)
        let again = try Self.log(workflow, seed: UInt64(seed))
        #expect(again == walk.scenario.log.map(\.hash))
    }

    /// The same seed gives the same bytes.
    private static func log(_ workflow: String, seed: UInt64) throws -> [EventHash] {
        var walk = try RandomWalk(workflow, seed: seed)
        for _ in 0..<80 { try walk.step() }
        return walk.scenario.log.map(\.hash)
    }
}
