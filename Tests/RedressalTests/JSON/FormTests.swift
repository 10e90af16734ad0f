import RedressalTesting
import Testing

@testable import Redressal

/// Every form against Foundation, over histories in which every kind of event, command and state occurs.
@Suite struct FormTests {
    @Test func eventsOfTheGoldenFilesAndTheDemo() throws {
        for record in try GoldenHistory.records() { try JSONOracle.compare(record) }
        for bytes in try DemoRun.shipped().bytes {
            try JSONOracle.compare(try JSONOracle.value(EventRecord.self, from: bytes))
        }
        try JSONOracle.compare(GoldenHistory.ownership)
    }

    @Test func statesOfTheDemo() throws {
        for state in try DemoRun.shipped().fold.cases.values {
            try JSONOracle.compare(state)
            let fields = CaseRow(state, partition: 3).fields
            #expect(try CanonicalJSON.encode(fields) == JSONOracle.bytes(of: fields))
        }
    }

    @Test func commandsAndOutcomes() throws {
        for command in GoldenCommands.commands + DemoScript.steps().map(\.draft.command) {
            try JSONOracle.compare(command)
        }
        for outcome in GoldenCommands.outcomes { try JSONOracle.compare(outcome) }
        try JSONOracle.compare(GoldenCommands.commands)
    }

    @Test(arguments: try ShippedWorkflows.names())
    func eventsAndStatesOfRandomWalks(_ workflow: String) throws {
        var walk = try RandomWalk(workflow, seed: 7)
        for _ in 0..<150 { try walk.step() }
        for event in walk.scenario.log { try JSONOracle.compare(event.record) }
        for state in walk.scenario.cases { try JSONOracle.compare(state) }
    }
}
