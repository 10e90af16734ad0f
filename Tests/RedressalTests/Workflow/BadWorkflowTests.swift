import Testing

@testable import Redressal

@Suite struct BadWorkflowTests {
    @Test func theSmallWorkflowIsSound() {
        #expect(SmallWorkflow.findings(SmallWorkflow.text) == [])
    }

    @Test(arguments: BadWorkflow.reading)
    func everyMistakeIsFoundWhereItIs(bad: BadWorkflow) {
        let findings = SmallWorkflow.findings(bad.text)
        #expect(findings.map(Self.summary) == bad.expected, "\(findings)")
    }

    @Test(arguments: BadWorkflow.checks)
    func everyContradictionIsFoundWhereItIs(bad: BadWorkflow) {
        let findings = SmallWorkflow.findings(bad.text)
        #expect(findings.map(Self.summary) == bad.expected, "\(findings)")
    }

    @Test func messagesSayWhatWasExpectedAndGuessWhatWasMeant() {
        let bad = SmallWorkflow.text.replacing("by: [clerk]", with: "by: [clark]")
        #expect(
            SmallWorkflow.findings(bad).map(\.description) == [
                "small.yaml:23:10: error: expected a declared role but found 'clark'; did you mean 'clerk'? [unknown-role]"
            ])
    }

    @Test(arguments: [
        ("{workflow: other, relation: next, fields: {topic: $reason_code}}", []),
        ("{workflow: other, relation: next}", ["27:5 error spawn-field"]),
        (
            "{workflow: other, relation: next, fields: {topic: $reason_code, tipic: $kind}}",
            ["27:76 error unknown-field"]
        ),
        ("{workflow: other, relation: next, fields: {topic: $due}}", ["27:55 error spawn-field"]),
        ("{workflow: other, relation: next, fields: {topic: $name}}", ["27:55 error spawn-field"]),
        ("{workflow: other, relation: next, fields: {topic: $reason_code, kind: $kind}}", []),
        (
            "{workflow: other, relation: next, fields: {topic: $reason_code, kind: $reason_code}}",
            ["27:76 error spawn-field"]
        ),
    ])
    func whatIsPassedOnFitsTheOtherWorkflow(_ spawn: String, _ findings: [String]) throws {
        let other = SmallWorkflow.text.replacing("workflow: small", with: "workflow: other")
            .replacing("  due: date\n", with: "  due: date\n  topic: {type: code, required: true}\n")
        let text = SmallWorkflow.text.replacing("emit: CaseClosed", with: "emit: CaseClosed\n    spawn: \(spawn)")
        let known = try #require(SmallWorkflow.definition(other))
        #expect(SmallWorkflow.findings(text, known: [known]).map(Self.summary) == findings)
    }

    @Test func listsShowNothingThatIsOnlyPassedOn() {
        let text = SmallWorkflow.text.replacing("due: date", with: "due: {type: date, passes: true}")
            .replacing("sla: 3d", with: "sla: 3d, waits_for: clerk, shows: due")
        #expect(SmallWorkflow.findings(text).map(Self.summary) == ["17:44 error bad-value"])
    }

    @Test func anEmptyFileHasNoDefinition() {
        let reading = WorkflowReader.read("", file: "empty.yaml")
        #expect(reading.definition == nil)
        #expect(reading.findings.map(Self.summary) == ["1:1 error empty-file"])
    }

    @Test func mistakesInTheDefaultsAreFoundInTheirFile() {
        let defaults = "kind: defaults\nreminders: [50]\nchains: {std: [{level: 1, after: 1d}]}\n"
        let findings = WorkflowReader.read(SmallWorkflow.text, file: "small.yaml", defaults: (defaults, "d.yaml"))
            .findings
        #expect(
            findings.map(\.description) == [
                "d.yaml:2:13: error: expected a percentage from 1% to 100% but found '50' [bad-value]",
                "d.yaml:3:16: error: expected the key 'to' but it is missing [missing-key]",
            ])
    }

    private static func summary(_ finding: Finding) -> String {
        "\(finding.line):\(finding.column) \(finding.severity.rawValue) \(finding.rule)"
    }
}
