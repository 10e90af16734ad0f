import FuzzTargets
import Testing

/// What the fuzzers found once stays found, and what they would find at once is found here.
@Suite(.timeLimit(.minutes(2))) struct CorpusTests {
    /// How many damaged inputs each target gets.
    private static let mutations = 150

    @Test(arguments: FuzzTarget.all.map(\.name)) func everyKeptInputIsReadAsItShould(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let inputs = try FuzzCorpus.inputs(of: target)
        #expect(inputs.count >= 3)
        for input in inputs {
            #expect(throws: Never.self, "\(name)/\(input.name)") { try target.feed(input.bytes) }
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name)) func damagedInputsAreReadAsTheyShould(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let inputs = try FuzzCorpus.inputs(of: target).map(\.bytes)
        var mutator = ByteMutator(seed: 20_261_122)
        for round in 0..<Self.mutations {
            let input = mutator.mutated(inputs)
            #expect(throws: Never.self, "\(name), round \(round)") { try target.feed(input) }
        }
    }
}
