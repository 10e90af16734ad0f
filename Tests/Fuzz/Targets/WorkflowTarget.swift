@testable import Redressal

extension FuzzTarget {
    /// Workflow definitions: what is accepted can be drawn and played through.
    static let workflow = FuzzTarget("workflow") { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let reading = WorkflowReader.read(text, file: "fuzz.yaml")
        try require((reading.definition == nil) == reading.findings.hasErrors, "expected a definition or errors")
        let findings = WorkflowChecks.findings(for: reading)
        try Findings.check(findings, in: text)
        guard let definition = reading.definition, !findings.hasErrors else { return }
        try Self.checkGuards(of: definition)
        try Self.checkDrawings(of: definition)
        for seed in 0..<2 as Range<UInt64> {
            var walk = RandomWalk(definition, catalog: DefinitionCatalog(), seed: seed)
            walk.run(steps: 8)
            try Histories.check(walk.written, give: walk.state)
        }
    }

    private static func checkGuards(of definition: WorkflowDefinition) throws {
        for rule in definition.actions.compactMap(\.guardRule) {
            try require(
                try GuardParser.parse(rule.expression.description) == rule.expression,
                "expected '\(rule.source)' to read back from '\(rule.expression)'")
        }
    }

    private static func checkDrawings(of definition: WorkflowDefinition) throws {
        let drawings = [
            DotGraph.text(of: definition), MermaidGraph.text(of: definition), SVGGraph.text(of: definition),
        ]
        for state in definition.states {
            try require(
                drawings.allSatisfy { $0.contains(state.name.rawValue) }, "expected \(state.name) in every drawing")
        }
    }
}
